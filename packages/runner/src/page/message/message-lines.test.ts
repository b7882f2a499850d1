import { describe, expect, it } from "vitest";
import { messageLines } from "./message-lines.js";

describe("a message as lines", () => {
  it("has its request line, its headers and its body", () => {
    const message = { method: "GET", url: "/a", headers: [["A", "1"]], body: '{"a":1}' } as const;
    expect(messageLines(message, true)).toEqual({
      start: ["GET /a"],
      headers: ["A: 1"],
      body: ["{", '  "a": 1', "}"],
    });
    expect(messageLines(message, false).body).toEqual(['{"a":1}']);
  });

  it("tells an empty body from one that is not known", () => {
    expect(messageLines({ status: 204, body: "" }, true)).toEqual({ start: ["Status 204"], headers: [], body: [] });
    expect(messageLines({}, true)).toEqual({ start: [], headers: [], body: undefined });
  });

  it("shows bytes that are no text", () => {
    expect(messageLines({ bodyBase64: btoa("\xffAB\n") }, true).body).toEqual([
      "4 bytes that are not UTF-8 text",
      "000000  ff 41 42 0a                                      .AB.",
    ]);
    expect(messageLines({ bodyBase64: btoa("\xff".repeat(2000)) }, true).body?.at(-1)).toBe("… 976 bytes more");
  });

  it("shows the beginning of what is very long", () => {
    expect(messageLines({ body: "x".repeat(100_003) }, true).body).toEqual([
      "x".repeat(100_000),
      "… 3 characters more",
    ]);
  });
});
