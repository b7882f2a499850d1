import { describe, expect, it } from "vitest";
import { addedCase } from "./added-case.js";

const CASE = { name: "new", event: { body: { id: "a" } }, expect: { output: "x\n" } };
const WRITTEN = `  - name: new
    event:
      body:
        id: a
    expect:
      output: |
        x
`;

const added = (text: string, path = "a.vtl.test.yaml") => addedCase(path, text, CASE);

describe("a case that is added to a test file", () => {
  it("makes a new file", () => {
    expect(added("")?.text).toBe(`cases:\n${WRITTEN}`);
  });

  it("stands behind the others, which stay as they are written", () => {
    const text = `cases:\n  # why\n  - { name: "old", expect: { output: "" } } # so\n`;
    expect(added(text)?.text).toBe(text + WRITTEN);
    expect(added(text.trimEnd())?.text).toBe(text + WRITTEN);
    const found = added(text);
    expect(found?.text.slice(found.range.start)).toMatch(/^name: new/);
  });

  it("goes before what follows the cases", () => {
    const cases = "cases:\n- name: old\n  expect:\n    output: |+\n      x\n\n";
    expect(added(`${cases}subject: a.vtl\n`)?.text).toContain("  - name: new".slice(2));
    expect(added(`${cases}subject: a.vtl\n`)?.text.endsWith("subject: a.vtl\n")).toBe(true);
  });

  it("is JSON between brackets", () => {
    const json = '{ "cases": [{ "name": "old" }] }';
    expect(added(json, "a.vtl.test.json")?.text).toBe(
      '{ "cases": [{ "name": "old" }, {"name":"new","event":{"body":{"id":"a"}},"expect":{"output":"x\\n"}}] }',
    );
    expect(added("cases: []")?.text).toContain('cases: [{"name":"new"');
    expect(added("cases: [\n  { name: old }\n]\n")?.text).toMatch(/old \},\n {2}\{"name":"new"/);
  });

  it("is not added to what is no test file", () => {
    expect(added("other: 1\n")).toBeUndefined();
    expect(added("cases: [\n")).toBeUndefined();
    expect(added("cases:\n  - nmae: old\n")).toBeUndefined();
  });
});
