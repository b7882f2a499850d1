import { describe, expect, it } from "vitest";
import { findShapeProblems } from "./shape-rules.mjs";

const problemsOf = (files: Record<string, string>): string[] => findShapeProblems(new Map(Object.entries(files)));
const linesOf = (count: number) => "a;\n".repeat(count);

describe("size", () => {
  it("lets a file have 400 lines and not one more", () => {
    const short = { "packages/a/src/b.ts": "", "packages/a/src/c.ts": "" };
    expect(problemsOf({ ...short, "packages/a/src/long.ts": linesOf(400) })).toEqual([]);
    expect(problemsOf({ ...short, "packages/a/src/long.ts": linesOf(401) })).toEqual([
      "packages/a/src/long.ts: 401 lines, the most is 400",
    ]);
  });

  it("counts a last line without a newline", () => {
    expect(problemsOf({ "scripts/long.mjs": `${linesOf(400)}a;` })).toHaveLength(1);
  });

  it("leaves tables of data alone", () => {
    expect(problemsOf({ "packages/a/src/characters.data.ts": linesOf(5000) })).toEqual([]);
  });

  it("wants the median source below 90 lines, whatever tests have", () => {
    const sizes = (middle: number) => ({
      "packages/a/src/a.ts": linesOf(300),
      "packages/a/src/b.ts": linesOf(middle),
      "packages/a/src/c.ts": linesOf(1),
      "packages/a/src/c.test.ts": linesOf(300),
    });
    expect(problemsOf(sizes(89))).toEqual([]);
    expect(problemsOf(sizes(90))).toEqual(["the median source has 90 lines; it should be below 90"]);
  });
});

describe("names", () => {
  it.each(["jsonPath.ts", "JsonPath.ts", "json_path.ts", "json--path.ts", "Json/path.ts", "json.Path.ts"])(
    "of other than kebab case are refused: %s",
    (name) => {
      expect(problemsOf({ [`packages/a/src/${name}`]: "" })).toHaveLength(1);
    },
  );

  it.each(["json-path.ts", "json-path.test.ts", "utf-8.data.ts", "java-util/map.ts"])(
    "of kebab case pass: %s",
    (name) => {
      expect(problemsOf({ [`packages/a/src/${name}`]: "" })).toEqual([]);
    },
  );

  it.each(["utils.ts", "helpers.ts", "helpers/map.ts", "utils.test.ts"])("that say nothing are refused: %s", (name) => {
    expect(problemsOf({ [`packages/a/src/${name}`]: "" })).toHaveLength(1);
  });
});

describe("default exports", () => {
  it.each([
    "export default 1;",
    "export default function f() {}",
    "export default class {}",
    "const a = 1;\nexport { a as default };",
    'export { default } from "./b.js";',
  ])("are refused: %s", (text) => {
    expect(problemsOf({ "bench/a.mjs": text })).toHaveLength(1);
  });

  it("may be imported", () => {
    expect(problemsOf({ "bench/a.mjs": 'import b, { default as c } from "b";' })).toEqual([]);
  });
});

describe("tests left out", () => {
  it.each(['it.only("x", f);', 'describe.skip("x", f);', 'test.todo("x");', 'it.skip.each([1])("x", f);'])(
    "are refused: %s",
    (text) => {
      expect(problemsOf({ "packages/a/src/a.test.ts": text })).toHaveLength(1);
    },
  );

  it("are named with their line", () => {
    expect(problemsOf({ "packages/a/src/a.test.ts": '\n\nit.skip("x", f);' })).toEqual([
      "packages/a/src/a.test.ts:3: '.skip' leaves tests out",
    ]);
  });

  it("are not seen in text, other objects or sources", () => {
    const text = 'const t = "it.only(";\niterator.skip(3);\nrange.only;';
    expect(problemsOf({ "packages/a/src/a.test.ts": text })).toEqual([]);
    expect(problemsOf({ "packages/a/src/a.ts": "test.skip();" })).toEqual([]);
  });
});

describe("clocks in tests", () => {
  it.each([
    "const start = performance.now();",
    "expect(Date.now() - start).toBeLessThan(500);",
    "await new Promise((resolve) => setTimeout(resolve, 200));",
    'import { setTimeout as delay } from "node:timers/promises";',
    "await vi.waitFor(() => expect(a).toBe(1));",
  ])("are refused: %s", (text) => {
    expect(problemsOf({ "packages/a/src/a.test.ts": text })).toHaveLength(1);
    expect(problemsOf({ "packages/a/test/process.ts": text })).toHaveLength(1);
    expect(problemsOf({ "packages/a/src/a.ts": text })).toEqual([]);
  });

  it("are not seen in text that a test runs as a program", () => {
    const text = 'const program = "setTimeout(f, 5)";\nconst time = clock.now();';
    expect(problemsOf({ "packages/a/src/a.test.ts": text })).toEqual([]);
  });
});
