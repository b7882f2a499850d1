import { SourceMap } from "node:module";
import { createContext, runInContext } from "node:vm";
import { Worker } from "node:worker_threads";
import {
  compile,
  emitModule,
  LineIndex,
  type RenderResult,
  type TemplateEvent,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { readConformanceCases, readRenderings } from "./repository-files.js";

type Render = (event: TemplateEvent, options?: object) => RenderResult;

const dataUrl = (code: string) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;

/** Runs a module where there is nothing but JavaScript itself: no URL, no TextEncoder, no console. */
function renderInBareContext(code: string): Render {
  const script = `${code.replace("export function render", "function render")}\nrender`;
  const bare = createContext({});
  const render = runInContext(script, bare) as (event: TemplateEvent, options?: object) => RenderResult;
  return render;
}

describe("an emitted module", () => {
  it("imports and exports nothing but render", async () => {
    const { code } = emitModule("Hello $input.params('name')");
    expect(code).not.toMatch(/^\s*import\b/m);
    const module = (await import(/* @vite-ignore */ dataUrl(code))) as Record<string, unknown>;
    expect(Object.keys(module)).toEqual(["render"]);
  });

  it("runs in Node", async () => {
    const { code } = emitModule("Hello $input.params('name')");
    const { render } = (await import(/* @vite-ignore */ dataUrl(code))) as { render: Render };
    expect(render({ querystring: { name: "Ann" } }).output).toBe("Hello Ann");
  });

  it("runs in a worker", async () => {
    const { code } = emitModule("#foreach($i in $input.path('$'))$i;#end");
    const main = `
      const { parentPort, workerData } = require("node:worker_threads");
      import(workerData.url).then(({ render }) => parentPort.postMessage(render(workerData.event).output));
    `;
    const worker = new Worker(main, { eval: true, workerData: { url: dataUrl(code), event: { body: "[1,2]" } } });
    const output = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    await worker.terminate();
    expect(output).toBe("1;2;");
  });

  it.each(readRenderings())("renders $name as compile does, with nothing but JavaScript around it", (given) => {
    const rendered = renderInBareContext(emitModule(given.template).code)(given.event);
    expect(rendered.output).toBe(given.output);
    expect(JSON.parse(JSON.stringify(rendered.overrides))).toEqual(given.overrides);
    expect(JSON.parse(JSON.stringify(rendered.context))).toEqual(compile(given.template).render(given.event).context);
  });

  it("renders each kind of conformance case as compile does", () => {
    for (const { cases } of readConformanceCases()) {
      const given = cases.find(({ expected }) => "output" in expected);
      if (!given || !("output" in given.expected)) continue;
      const { template, dialect, ...event } = given;
      // #evaluate needs the compiler; the module says so.
      if (dialect === "velocity" && template.includes("#evaluate")) continue;
      const render = renderInBareContext(emitModule(template, { dialect }).code);
      expect(render(event).output, given.id).toBe(given.expected.output);
    }
  });

  it("keeps to the limits that it is given", async () => {
    const { code } = emitModule("#foreach($i in [1..100])$i#end");
    const { render } = (await import(/* @vite-ignore */ dataUrl(code))) as { render: Render };
    expect(() => render({}, { limits: { steps: 50 } })).toThrow(/limit/);
  });

  it("has no state: renderings do not see each other", async () => {
    const { code } = emitModule("$context.seen#set($context.seen = 'x')$input.json('$')");
    const { render } = (await import(/* @vite-ignore */ dataUrl(code))) as { render: Render };
    expect(render({ body: "1" }).output).toBe("1");
    expect(render({ body: "2" }).output).toBe("2");
  });

  it("is the same for the same template", () => {
    expect(emitModule("#set($a = 1)$a $b.c")).toEqual(emitModule("#set($a = 1)$a $b.c"));
  });
});

describe("the source map of an emitted module", () => {
  const template =
    'first\n#set($x = $input.path("$.x"))\n#if($x == 1)\n  one $x.y\n#elseif($x == 2)\ntwo\n#end\n$x.z()\n';

  /** For each line of the module that has one, the place in the template it comes from. */
  function placesOf(source: string): { generated: string; line: number; column: number }[] {
    const { code, map } = emitModule(source);
    const sourceMap = new SourceMap(JSON.parse(map));
    return code.split("\n").flatMap((text, line) => {
      const found = sourceMap.findEntry(line, text.length);
      if (!("originalLine" in found) || found.generatedLine !== line) return [];
      return [{ generated: text.trim(), line: found.originalLine + 1, column: found.originalColumn + 1 }];
    });
  }

  it("leads from each statement to its line", () => {
    const lines = new Map(placesOf(template).map(({ generated, line }) => [generated, line]));
    const lineOf = (part: RegExp) => [...lines].find(([generated]) => part.test(generated))?.[1];
    expect(lineOf(/documentOf/)).toBe(2);
    expect(lineOf(/^if \(/)).toBe(3);
    expect(lineOf(/"\s*one "/)).toBe(4);
    expect(lineOf(/"z"/)).toBe(8);
  });

  it("leads to places inside the template", () => {
    for (const { template: source } of readRenderings()) {
      const index = new LineIndex(source);
      for (const { line, column } of placesOf(source)) {
        expect(line).toBeLessThanOrEqual(index.lineCount);
        expect(index.lineStart(line) + column - 1).toBeLessThanOrEqual(source.length);
      }
    }
  });

  it("names the template and holds its text", () => {
    const { map } = emitModule(template, { sourceName: "put-order.vtl" });
    expect(JSON.parse(map)).toMatchObject({
      version: 3,
      file: "put-order.mjs",
      sources: ["put-order.vtl"],
      sourcesContent: [template],
    });
  });
});

describe("emitModule", () => {
  it("refuses what compile refuses, with all diagnostics", () => {
    const emit = () => emitModule("#if($x == null)a#end $y.z( )");
    expect(emit).toThrow(VtlSyntaxError);
    try {
      emit();
    } catch (error) {
      expect((error as VtlSyntaxError).diagnostics.map(({ code }) => code)).toEqual([
        "unexpected-token",
        "unexpected-token",
      ]);
    }
  });

  it("carries the names of characters only where the template asks for one", async () => {
    const small = [
      "$input.path('$').name",
      "#set($s = $input.path('$.s'))$s.split($s).size() $s.charAt(0).getType(97)",
    ];
    for (const source of small) expect(emitModule(source).code.length).toBeLessThan(150_000);
    const { code } = emitModule("#set($s = $input.path('$'))$s.charAt(0).getName(97), $s.matches('\\N{DIGIT ONE}')");
    expect(code.length).toBeGreaterThan(150_000);
    const { render } = (await import(/* @vite-ignore */ dataUrl(code))) as { render: Render };
    expect(render({ body: '"1"' }).output).toBe("LATIN SMALL LETTER A, true");
  });

  it("says that #evaluate needs the compiler", () => {
    const { code } = emitModule("#evaluate('$x')", { dialect: "velocity" });
    expect(() => renderInBareContext(code)({})).toThrow(/#evaluate needs the compiler/);
  });
});
