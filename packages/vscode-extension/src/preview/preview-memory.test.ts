import { describe, expect, it } from "vitest";
import { readPreviewMemory } from "./preview-memory.js";

const memory = {
  uri: "file:///a.vtl",
  address: "",
  chosen: "file:///a.sample.json",
  comparedWith: "made",
  view: "steps",
};

describe("what a preview remembers", () => {
  it("is read as it was kept", () => {
    expect(readPreviewMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
    const { comparedWith: _, view: __, ...alone } = memory;
    expect(readPreviewMemory(alone)).toEqual(alone);
  });

  it.each([undefined, null, "x", {}, { ...memory, uri: 1 }, { ...memory, chosen: undefined }])(
    "is nothing in %j",
    (kept) => {
      expect(readPreviewMemory(kept)).toBeUndefined();
    },
  );
});
