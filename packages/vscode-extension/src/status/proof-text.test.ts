import { describe, expect, it } from "vitest";
import { proofText } from "./proof-text.js";

describe("the status bar says", () => {
  it("that a proof was found, and of what", () => {
    expect(proofText({ status: "proved", output: "form" })).toMatchObject({
      text: "$(verified) VTL: form fields proved",
      severity: "none",
    });
  });

  it("that a request breaks the output, and why", () => {
    const reply = {
      status: "broken",
      output: "json",
      reason: "A quote ends the text.",
      event: {},
      printed: "",
      printedOffset: 0,
    };
    const text = proofText({ ...reply, status: "broken", output: "json" });
    expect(text?.severity).toBe("error");
    expect(text?.tooltip).toContain("A quote ends the text.");
  });

  it("nothing where there is no template", () => {
    expect(proofText({ status: "no-template" })).toBeUndefined();
  });
});
