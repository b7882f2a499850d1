import { describe, expect, it } from "vitest";
import { memberText } from "./member-text.js";

describe("memberText", () => {
  it.each([
    ['{"body": { "a": 1.0 , "b":[1, 2] } , "x": 1}', '{ "a": 1.0 , "b":[1, 2] }'],
    ['{"x": {"body": 1}, "body":[ ]}', "[ ]"],
    ['{"body": 1e400}', "1e400"],
    ['{"body": 1, "body": true}', "true"],
    ['{"b\\u006fdy": "text"}', '"text"'],
  ])("finds the member of %s", (document, text) => expect(memberText(document, "body")).toBe(text));

  it.each(['{"x": {"body": 1}}', '["body", 1]', '"body"', "{}"])("finds none in %s", (document) =>
    expect(memberText(document, "body")).toBeUndefined(),
  );
});
