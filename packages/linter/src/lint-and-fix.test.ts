import { describe, expect, it } from "vitest";
import { applyEdits } from "./fix.js";
import { lintAndFix } from "./index.js";

/** A comment that switches off nothing, behind a comma that can be removed once the comment is gone. */
const TWO_ROUNDS = `{"a": [1,
## vtl-disable-next-line trailing-comma
]}`;

describe("fixing", () => {
  it("goes on until nothing more can be fixed, and tells what leads there from the given text", () => {
    const { source, fixed, edits, findings } = lintAndFix({ source: TWO_ROUNDS }, { unsafe: false });
    expect({ source, fixed, findings }).toEqual({ source: '{"a": [1\n]}', fixed: 2, findings: [] });
    expect(applyEdits(TWO_ROUNDS, edits)).toBe(source);
  });

  it("leaves out the fixes that the file cannot hold, and makes the others", () => {
    const source = '{"a": [1,], "b": [2,], "c": [3,]}';
    const second = source.indexOf("2,") + 1;
    const result = lintAndFix(
      { source },
      { unsafe: false, accepts: (edits) => edits.every(({ range }) => range.start !== second) },
    );
    expect(result).toMatchObject({ source: '{"a": [1], "b": [2,], "c": [3]}', fixed: 2 });
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(["trailing-comma"]);
  });
});
