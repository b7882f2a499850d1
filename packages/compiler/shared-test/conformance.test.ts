import { readdirSync } from "node:fs";
import { hasShared, readLines, sharedFolder } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { type Comparison, comparable } from "../test/engines/comparable.js";
import { renderCase, type TemplateCase } from "./render-case.js";

interface ConformanceCase extends TemplateCase {
  readonly expected: { readonly output?: string; readonly error?: true };
  readonly compare?: Comparison;
}

/** Cases that rest on an assumption which the release of Jayway JsonPath that we read paths like has overtaken. */
const superseded: ReadonlyMap<string, { readonly output: string; readonly reason: string }> = new Map([
  [
    "jsonpath-251",
    {
      output: "4",
      reason: "no recording, but what 2.4.0 gives; in 2.9.0 `$..book.length()` is called once, with all books",
    },
  ],
]);

describe.runIf(hasShared())("conformance", () => {
  const files = hasShared() ? readdirSync(`${sharedFolder}conformance`).sort() : [];

  it("covers all 2,000 engine cases and 157 recordings", () => {
    const counts = files.map((file) => readLines(`conformance/${file}`).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2157);
  });

  describe.each(files)("%s", (file) => {
    const cases = readLines<ConformanceCase>(`conformance/${file}`);
    it.each(cases.map((one) => [one.id, one] as const))("%s", (_, one) => {
      const outcome = renderCase(one);
      if (one.expected.error) {
        expect(outcome).toHaveProperty("error");
        return;
      }
      const actual = "output" in outcome ? outcome.output : `ERROR ${outcome.error}`;
      const expected = superseded.get(one.id)?.output ?? one.expected.output ?? "";
      expect(comparable(actual, one.compare)).toBe(comparable(expected, one.compare));
    });
  });
});
