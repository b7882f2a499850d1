import { SourceMap } from "node:module";
import { VtlRenderError } from "@apigw-vtl/compiler";
import { OutsideWorld } from "@apigw-vtl/test-support";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchers } from "../authors/matchers.js";
import type { TemplateMatchers } from "../authors/template-matchers.js";
import { type ImportedTemplate, importedTemplate } from "./imported-template.js";
import { vtl } from "./vitest-plugin.js";

expect.extend(matchers);

declare module "vitest" {
  interface Matchers<T> extends TemplateMatchers {}
}

const ORDER = `{
#if($input.path('$.a') == 1 && $input.path('$.b') == 2)
  "both": true
#end
#foreach($item in $input.path('$.list'))$item #end
}
`;

let world: OutsideWorld;
beforeEach(() => {
  world = new OutsideWorld();
  world.put({ "order.vtl": ORDER, "refused.vtl": "{\n#if($a)\n}" });
});
afterEach(() => world[Symbol.dispose]());

/** What a coverage tool would count of a template that a test has imported. */
async function imported(): Promise<{ readonly render: ImportedTemplate; readonly counts: Record<string, number> }> {
  const counts: Record<string, number> = {};
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const numbers = [0, 1, 2, 3, 4];
  const render = await importedTemplate(world.at("order.vtl"), {
    lines: numbers.map((i) => () => count(`line ${i}`)),
    branches: numbers.map((i) => (way) => count(`branch ${i} way ${way}`)),
  });
  return { render, counts };
}

describe("a template that a test imports", () => {
  it("renders, and calls what stands for its lines and branches", async () => {
    const { render, counts } = await imported();
    expect(render({ body: { a: 1, b: 3, list: [7, 8] } }).output).toBe("{\n7 8 }\n");
    const once = {
      "line 0": 1, // {
      "line 1": 1, // #if
      "line 3": 2, // #foreach, $item
      "line 4": 1, // }
      "branch 0 way 1": 1, // no #else
      "branch 1 way 0": 1, // the operands
      "branch 1 way 1": 1,
      "branch 2 way 2": 1, // many rounds
    };
    expect(counts).toEqual(once);
    await expect(render).toRender({ body: { a: 1, b: 3, list: [7, 8] } }, "{\n7 8 }\n");
    expect(counts).toEqual(Object.fromEntries(Object.entries(once).map(([name, hits]) => [name, 2 * hits])));
  });

  it("fails with the line of the template, and counts what it has reached", async () => {
    const { render, counts } = await imported();
    expect(() => render({ body: "{" })).toThrow(VtlRenderError);
    expect(() => render({ body: "{" })).toThrow(/answers 400.*\nat .*order\.vtl:2:5/);
    expect(counts).toMatchObject({ "line 0": 2, "line 1": 2 });
    await expect(expect(render).toBeProved()).rejects.toThrow(/order\.vtl is not proved/);
  });
});

describe("the plug-in of vitest", () => {
  const transform = (name: string) => vtl().transform("", world.at(name));

  it("writes a module with a statement for each line and a switch for each branch, mapped to them", async () => {
    const { code = "", map = "" } = (await transform("order.vtl")) ?? {};
    const sourceMap = new SourceMap(JSON.parse(map));
    const rows = ORDER.split("\n");
    const mapped = code.split("\n").flatMap((text, i) => {
      const entry = sourceMap.findEntry(i, 0);
      if (!("generatedLine" in entry) || entry.generatedLine !== i || text.startsWith(";")) return [];
      return [`${text} ${rows[entry.originalLine]?.slice(entry.originalColumn)}`];
    });
    const [ifLine = "", loop = ""] = [rows[1], rows[4]];
    expect(mapped).toEqual([
      `switch (way) { ${ifLine}`,
      `case 0: ${ifLine}`,
      `case 1: ${ifLine}`,
      "} )",
      `switch (way) { ${ifLine}`,
      `case 0: ${ifLine.slice("#if(".length)}`,
      `case 1: ${ifLine.slice(ifLine.indexOf("&& ") + 3)}`,
      "} )",
      `switch (way) { ${loop}`,
      `case 0: ${loop}`,
      `case 1: ${loop}`,
      `case 2: ${loop}`,
      "} d",
      ...[0, 1, 2, 4, 5].map((i) => `0; ${rows[i]}`),
    ]);
  });

  it("leaves to Vite what is no module of a template", async () => {
    for (const name of ["order.vtl?raw", "order.vtl?url", "order.ts"]) expect(await transform(name)).toBeUndefined();
    expect(await transform("order.vtl?t=1796037003")).toBeDefined();
  });

  it("names the place of what the service refuses", async () => {
    await expect(transform("refused.vtl")).rejects.toThrow(/refuses .*refused\.vtl:2:1: /);
  });
});
