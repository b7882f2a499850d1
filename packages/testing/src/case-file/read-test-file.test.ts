import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readTestFile } from "./read-test-file.js";

const schema = JSON.parse(readFileSync(new URL("../../test-file.schema.json", import.meta.url), "utf8"));
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

const read = (cases: string) => readTestFile("t.test.yaml", `cases:\n${cases}`);

describe("a test file", () => {
  it("has cases with events, expectations and tables", () => {
    const { cases, problems } = read(`
  - name: sum of <a>
    each: [{ a: 1.50, b: x }, { a: "2", b: [1.0] }]
    event: { body: { a: <a>, text: "<a> and <b>, <c>" } }
    with: { headers: { A: <a> } }
    expect: { output: "<a>", matches: ^\\d }
`);
    expect(problems).toEqual([]);
    expect(cases.map(({ name }) => name)).toEqual(["sum of 1.50", "sum of 2"]);
    expect(cases[1]).toMatchObject({
      event: { kind: "inline", json: '{"body":{"a":"2","text":"2 and [1.0], <c>"}}' },
      overlay: '{"headers":{"A":"2"}}',
      expected: { output: { json: '"2"' }, matches: { pattern: /^\d/su } },
    });
    expect(cases[0]).toMatchObject({ event: { json: '{"body":{"a":1.50,"text":"1.50 and x, <c>"}}' } });
  });

  it("gives cases what its defaults say, each kind its own fields", () => {
    const { cases, problems } = readTestFile(
      "t.test.yaml",
      "defaults: { event: { body: a }, respond: { body: b } }\ncases: [{}, { event: b.json }, { request: GET /a }]",
    );
    expect(problems).toEqual([]);
    expect(cases).toMatchObject([
      { kind: "template", event: { json: '{"body":"a"}' }, answer: "b" },
      { kind: "template", event: { kind: "file", path: "b.json" } },
      { kind: "gateway", request: { method: "GET", url: "/a" }, answers: '{"answers":[{"respond":{"body":"b"}}]}' },
    ]);
  });

  it.each([
    ["  - expct: x", "a case has no field expct"],
    ["  - event: [1]", "an event is a map, the name of a file, or $model"],
    ["  - x", "a case is a map"],
    ["  - expect: { outptu: a }", "an expectation has no field outptu"],
    ["  - expect: { matches: '(' }", "this is no regular expression: "],
    ["  - request: /orders", "a request is a method and a path"],
    ["  - { request: GET /a, sent: { status: 200 } }", "an expected request has no field status"],
    ["  - { request: GET /a, respond: {}, answers: [] }", "a case has respond or answers, not both"],
    ["  - each: [1]", "a row of a table is a map"],
    ["  - respond: { status: 200 }", "an answer that a template reads has no field status"],
    ["  - { a: b", "not valid YAML: "],
  ])("that has %j: %s", (cases, message) => {
    const [problem] = read(cases).problems;
    expect(problem?.message).toContain(message);
    expect(problem?.start).toBeGreaterThanOrEqual("cases:\n".length);
  });

  it("that is no test file says so", () => {
    expect(readTestFile("t.test.yaml", "").problems).toHaveLength(1);
    expect(readTestFile("t.test.json", '{"case": []}').problems.map(({ message }) => message)).toEqual([
      "a test file has no field case",
      "a test file has a list called cases",
    ]);
    expect(readTestFile("t.test.yaml", "\ufeffcases: []\n").problems).toEqual([]);
  });

  it("that explodes is refused", () => {
    const laughs = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg"])
      laughs.push(`${name}: &${name} [${`*${of},`.repeat(9)}]`);
    const { problems } = readTestFile("t.test.yaml", `cases: [{ event: { body: *h } }]\n${laughs.join("\n")}\n`);
    expect(problems.length).toBeGreaterThan(0);
    const after = readTestFile("t.test.yaml", `${laughs.join("\n")}\ncases: [{ event: { body: *h } }]\n`);
    expect(after.problems.map(({ message }) => message)).toContain("the test file stands for more than can be read");
  });

  it("never throws", () => {
    const word = fc.constantFrom(
      "cases",
      "- ",
      "name",
      ": ",
      "each",
      "{",
      "}",
      "[",
      "]",
      "\n",
      "  ",
      "event",
      "<a>",
      "&a",
      "*a",
      "expect",
      "request",
      "'",
      "|",
      "1.0",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        readTestFile("t.test.yaml", `cases:\n${words.join("")}`);
      }),
      { numRuns: 500, seed: 17 },
    );
  });
});

describe("the schema", () => {
  it.each([
    ["[{ name: a, event: $model, expect: out.txt }]", true],
    ["[{ request: GET /a, respond: [{ status: 200 }], sent: { url: x }, expect: { status: 200 } }]", true],
    ["[{ expect: { error: true, overrides: {} } }, { expect: { output: { $file: a } } }]", true],
    ["[{ event: {}, request: GET /a }]", false],
    ["[{ expct: 1 }]", false],
    ["[{ request: /a }]", false],
    ["[{ expect: { status: 200 } }]", false],
    ["[{ respond: { status: 1 } }]", false],
  ])("says of %s what the reader says", (cases, isValid) => {
    const text = `cases: ${cases}\n`;
    expect([validate(parse(text)), readTestFile("t.test.yaml", text).problems.length === 0]).toEqual([
      isValid,
      isValid,
    ]);
  });
});
