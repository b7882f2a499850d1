import { describe, expect, it } from "vitest";
import { overridesText, overridesUri } from "./overrides-file.js";

describe("the file with the expected overrides", () => {
  it("is named like the one with the expected output", () => {
    expect(overridesUri("file:///t/expected.out")).toBe("file:///t/overrides.json");
    expect(overridesUri("file:///t/expected-2.out")).toBe("file:///t/overrides-2.json");
    expect(overridesUri("file:///t/output.json")).toBeUndefined();
  });

  it("does not exist where nothing is overridden", () => {
    expect(overridesText({})).toBeUndefined();
    expect(overridesText({ responseOverride: { status: 404 } })).toBe(
      '{\n  "responseOverride": {\n    "status": 404\n  }\n}\n',
    );
  });
});
