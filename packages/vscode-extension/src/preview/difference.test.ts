import { expect, it } from "vitest";
import { difference } from "./difference.js";

it("a difference keeps the lines that both have, and the order of the others", () => {
  expect(difference('{\n  "a": 1\n}\n', '{\n  "a": 2,\n  "b": 3\n}\n')).toEqual([
    { kind: "same", text: "{" },
    { kind: "only-from", text: '  "a": 1' },
    { kind: "only-to", text: '  "a": 2,' },
    { kind: "only-to", text: '  "b": 3' },
    { kind: "same", text: "}" },
  ]);
});

it("a difference keeps empty lines", () => {
  expect(difference("a\n\nb", "a\n\nb").map(({ text }) => text)).toEqual(["a", "", "b"]);
});
