import { describe, expect, it } from "vitest";
import { overridesText } from "./overrides-file.js";

describe("the file with the expected overrides", () => {
  it("does not exist where nothing is overridden", () => {
    expect(overridesText({})).toBeUndefined();
    expect(overridesText({ responseOverride: { status: 404 } })).toBe(
      '{\n  "responseOverride": {\n    "status": 404\n  }\n}\n',
    );
  });
});
