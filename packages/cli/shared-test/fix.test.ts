import { compile, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import { type FoundTemplate, findTemplates } from "@apigw-vtl/definitions";
import { HostileEvents, loadGrammar } from "@apigw-vtl/test-support";
import { beforeAll, describe, expect, it } from "vitest";
import { vtl } from "../src/testing/memory-io.js";
import { corpusProject, overrides } from "./corpus.js";

const EVENTS = Number(process.env.VTL_FIX_EVENTS ?? 300);

type Files = Readonly<Record<string, string>>;

/** All rules, the strictest level; what the corpus knows of a template. */
const before: Files = { ...corpusProject(), "vtl.config.json": JSON.stringify({ extends: "vtl:all", overrides }) };

async function fix(files: Files, ...args: string[]): Promise<Files> {
  const { io, stderr } = await vtl(["lint", "--fix", "-f", "unix", ...args], { files });
  expect(stderr).not.toContain("error");
  return Object.fromEntries([...io.files].map(([path, data]) => [path, Buffer.from(data).toString("utf8")]));
}

/** The output if it is JSON, else nothing. */
function jsonOutput(render: () => string): string | undefined {
  try {
    const output = render();
    JSON.parse(output);
    return output;
  } catch (error) {
    if (error instanceof VtlRenderError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function compiled(source: string): ReturnType<typeof compile> | undefined {
  try {
    return compile(source);
  } catch (error) {
    if (error instanceof VtlSyntaxError) return undefined;
    throw error;
  }
}

const templatesOf = async (files: Files, path: string): Promise<readonly FoundTemplate[]> =>
  (await findTemplates({ path, text: files[path]! }, { loadGrammar })).templates;

describe("vtl lint --fix over the corpus", () => {
  let after: Files;
  let changed: string[];

  beforeAll(async () => {
    after = await fix(before);
    changed = Object.keys(before).filter((path) => after[path] !== before[path]);
  });

  it("changes some files, and makes none", () => {
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    console.info(`${changed.length} of ${Object.keys(before).length} files fixed`);
    expect(changed.length).toBeGreaterThan(5);
  });

  it("finds nothing more to fix the second time", async () => {
    expect(await fix(after)).toEqual(after);
  });

  it(`leaves every output that was JSON as it was, in ${EVENTS} requests for each template`, async () => {
    let compared = 0;
    for (const path of changed) {
      const [old, fresh] = [await templatesOf(before, path), await templatesOf(after, path)];
      expect(fresh.map(({ address }) => address)).toEqual(old.map(({ address }) => address));
      for (const [index, template] of old.entries()) {
        const text = fresh[index]!.text;
        if (text === template.text) continue;
        const [was, is] = [compiled(template.text), compiled(text)];
        if (was === undefined) continue;
        expect(is, `${path} is refused after its fix`).toBeDefined();
        const hostile = new HostileEvents(template.text, index + 1);
        for (let round = 0; round < EVENTS; round++) {
          const event = round === 0 ? {} : hostile.next();
          const output = jsonOutput(() => was.render(event).output);
          if (output === undefined) continue;
          expect(
            jsonOutput(() => is!.render(event).output),
            `${path} ${JSON.stringify(event)}`,
          ).toBe(output);
          compared++;
        }
      }
    }
    console.info(`${compared} outputs that were JSON compared`);
    expect(compared).toBeGreaterThan(500);
  });

  it("finds nothing more to fix the second time with unsafe fixes too", async () => {
    const unsafe = await fix(before, "--fix-unsafe");
    expect(await fix(unsafe, "--fix-unsafe")).toEqual(unsafe);
  });
});
