import { describe, expect, it } from "vitest";
import { findImportProblems } from "./import-rules.mjs";

/** The problems of files given by their path below `packages/`. */
function problemsOf(files: Record<string, string>): string[] {
  return findImportProblems(new Map(Object.entries(files).map(([path, text]) => [`packages/${path}`, text])));
}

describe("imports between packages", () => {
  it("point towards the compiler", () => {
    expect(
      problemsOf({
        "cli/src/main.ts": 'import { lint } from "@apigw-vtl/linter";\nimport { compile } from "@apigw-vtl/compiler";',
        "linter/src/index.ts": 'export { find } from "@apigw-vtl/definitions";',
      }),
    ).toEqual([]);
  });

  it("never point away from it, not even for a type or lazily", () => {
    expect(
      problemsOf({
        "compiler/src/index.ts": 'import type { Rule } from "@apigw-vtl/linter";',
        "definitions/src/index.ts": 'const lint = () => import("@apigw-vtl/linter/rules");',
        "linter/src/index.ts": 'type Io = import("@apigw-vtl/cli").Io;',
      }),
    ).toEqual([
      "packages/compiler/src/index.ts:1: '@apigw-vtl/linter': compiler must not know linter",
      "packages/definitions/src/index.ts:1: '@apigw-vtl/linter/rules': definitions must not know linter",
      "packages/linter/src/index.ts:1: '@apigw-vtl/cli': linter must not know cli",
    ]);
  });

  it("go by the package's name, not into its files", () => {
    expect(problemsOf({ "cli/src/io/io.ts": 'import { parse } from "../../../compiler/src/parse.js";' })).toEqual([
      "packages/cli/src/io/io.ts:1: '../../../compiler/src/parse.js': import another package by its name",
    ]);
  });

  it("leave what tests need to tests", () => {
    const text = 'import { hasShared } from "@apigw-vtl/test-support";';
    expect(problemsOf({ "linter/src/lint.test.ts": text, "lsp/src/testing/test-host.ts": text })).toEqual([]);
    expect(problemsOf({ "linter/src/lint.ts": text })).toEqual([
      "packages/linter/src/lint.ts:1: '@apigw-vtl/test-support': linter must not know test-support",
    ]);
  });

  it("are known for every package", () => {
    expect(problemsOf({ "studio/src/index.ts": 'import { a } from "./a.js";' })).toEqual([
      "packages/studio/src/index.ts:1: './a.js': package studio is not in MAY_IMPORT",
    ]);
  });
});

describe("packages that run anywhere", () => {
  it.each(["node:fs", "fs", "fs/promises", "vscode", "vscode-languageserver"])("do not import %s", (module) => {
    expect(problemsOf({ "linter/src/a.ts": `import { x } from "${module}";` })).toEqual([
      `packages/linter/src/a.ts:1: '${module}': linter must run without Node and VS Code`,
    ]);
  });

  it("may import libraries, and Node in their tests", () => {
    expect(
      problemsOf({
        "compiler/src/syntax/lexer.ts": 'import { Lexer } from "chevrotain";',
        "compiler/src/syntax/lexer.test.ts": 'import { readFileSync } from "node:fs";',
      }),
    ).toEqual([]);
  });

  it("leave the command line free", () => {
    expect(problemsOf({ "cli/src/io.ts": 'import { readFile } from "node:fs/promises";' })).toEqual([]);
  });
});

describe("layers of the compiler", () => {
  it("keep the runtime from the parser, the generator and the dialects", () => {
    expect(
      problemsOf({
        "compiler/src/runtime/a.ts":
          'import { parse } from "../syntax/parse.js";\nimport { d } from "../dialect/d.js";',
        "compiler/src/runtime/json/b.ts": 'import type { Plan } from "../../codegen/plan.js";',
      }),
    ).toEqual([
      "packages/compiler/src/runtime/a.ts:1: '../syntax/parse.js': runtime/ must not know syntax/",
      "packages/compiler/src/runtime/a.ts:2: '../dialect/d.js': runtime/ must not know dialect/",
      "packages/compiler/src/runtime/json/b.ts:1: '../../codegen/plan.js': runtime/ must not know codegen/",
    ]);
  });

  it("let the generator see both", () => {
    const text = 'import { a } from "../syntax/a.js";\nimport { b } from "../runtime/b.js";';
    expect(problemsOf({ "compiler/src/codegen/c.ts": text })).toEqual([]);
  });
});

describe("cycles", () => {
  it("are reported once, whole", () => {
    expect(
      problemsOf({
        "cli/src/c/c.ts": 'import { a } from "../a/a.js";',
        "cli/src/a/a.ts": 'export { b } from "../b/b.js";',
        "cli/src/b/b.ts": 'await import("../c/c.js");',
      }),
    ).toEqual([
      "cycle: packages/cli/src/a/a.ts -> packages/cli/src/b/b.ts -> packages/cli/src/c/c.ts -> packages/cli/src/a/a.ts",
    ]);
  });

  it("within one area are mutual recursion, which is allowed", () => {
    expect(
      problemsOf({
        "cli/src/area/a.ts": 'import { b } from "./b.js";',
        "cli/src/area/deep/b.ts": "",
        "cli/src/area/b.ts": 'import { a } from "./a.js";',
      }),
    ).toEqual([]);
  });

  it("of types alone are none", () => {
    expect(
      problemsOf({
        "cli/src/a.ts": 'import { b } from "./b.js";',
        "cli/src/b.ts": 'import type { A } from "./a.js";',
      }),
    ).toEqual([]);
  });

  it("count an import of types that still runs the module", () => {
    expect(
      problemsOf({
        "cli/src/a.ts": 'import { b } from "./b.js";',
        "cli/src/b.ts": 'import { type A } from "./a.js";',
      }),
    ).toHaveLength(1);
  });

  it("of two that share a file are two", () => {
    expect(
      problemsOf({
        "cli/src/a.ts": 'import "./b.js";\nimport "./c.js";',
        "cli/src/b.ts": 'import "./a.js";',
        "cli/src/c.ts": 'import "./a.js";',
      }),
    ).toHaveLength(2);
  });
});

it("looks at code, not at text", () => {
  const text = '// import "node:fs";\nconst text = \'import "node:fs"\';';
  expect(problemsOf({ "compiler/src/a.ts": text })).toEqual([]);
});
