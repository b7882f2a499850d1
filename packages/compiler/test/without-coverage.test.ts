import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import { generatedCode } from "@apigw-vtl/compiler";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { readConformanceCases, readRenderings } from "./repository-files.js";

const SOURCES = fileURLToPath(new URL("../src/", import.meta.url));
const SHAPES = new URL("../../../bench/shapes/index.mjs", import.meta.url);

/** The function of a compiler in which the code generator does not know of probes, and how often it asks for them. */
async function withoutCoverage(): Promise<{ readonly code: typeof generatedCode; readonly asked: number }> {
  let asked = 0;
  const { outputFiles } = await build({
    entryPoints: [`${SOURCES}generated-code.ts`],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "built",
    plugins: [
      {
        name: "without-coverage",
        setup({ onLoad }) {
          onLoad({ filter: /\/codegen\/\w[\w-]*\.ts$/ }, async ({ path }) => {
            if (path.endsWith("/probes.ts")) return { errors: [{ text: "coverage is in the build" }] };
            const source = await readFile(path, "utf8");
            return {
              loader: "ts",
              contents: source
                .replace(/^import { ProbeWriter } from .*$/m, "")
                .replace(/options\.instrumented \? new ProbeWriter\(options\.source\) : undefined/g, "undefined")
                .replace(/\b(?:w\.)?unit\.probes\b/g, () => {
                  asked++;
                  return "undefined";
                }),
            };
          });
        },
      },
    ],
  });
  const script = outputFiles.map(({ text }) => text).join("\n");
  return { code: runInThisContext(`${script}; built`).generatedCode, asked };
}

it("code that is not instrumented is byte for byte that of a compiler without coverage", async () => {
  const { code, asked } = await withoutCoverage();
  expect(asked).toBeGreaterThan(8);
  const { shapes }: { readonly shapes: readonly { readonly template: string }[] } = await import(SHAPES.href);
  expect(shapes.length).toBeGreaterThan(4);
  const measured = [...shapes, ...readRenderings()].map(({ template }) => ({
    template,
    dialect: "apigateway" as const,
  }));
  const cases = readConformanceCases().flatMap((group) => group.cases.filter(({ expected }) => "output" in expected));
  for (const { template, dialect } of [...measured, ...cases]) {
    expect(code(template, { dialect })).toBe(generatedCode(template, { dialect }));
  }
});
