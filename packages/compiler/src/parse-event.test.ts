import { describe, expect, it } from "vitest";
import { compile } from "./compile.js";
import { parseEvent } from "./parse-event.js";

describe("parseEvent", () => {
  it("reads texts as JSON has them, control characters and all", () => {
    const text = '{"body": "a\\n\x7fb", "headers": {"\x7f\\t": "\\u007f"}}';
    expect(parseEvent(text)).toEqual(JSON.parse(text));
  });

  it("keeps the Java type of numbers", () => {
    const event = parseEvent('{"context": {"a": 10.0, "b": 12345678901234567890}}');
    expect(compile("$context.a $context.b").render(event).output).toBe("10.0 12345678901234567890");
  });

  it("refuses what is no object", () => {
    expect(() => parseEvent("[1]")).toThrow("An event is a JSON object");
    expect(() => parseEvent('{"body": ')).toThrow();
  });
});
