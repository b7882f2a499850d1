import type { ServeEvent } from "@apigw-vtl/runner/node";
import { describe, expect, it } from "vitest";
import { paletteFor } from "../../terminal/palette.js";
import { logBlock } from "./log-block.js";

const answered = (status: number, more: object = {}): ServeEvent => ({
  kind: "answered",
  httpMethod: "GET",
  target: "/a",
  milliseconds: 12.4,
  aborted: false,
  invocation: {
    requestId: "r",
    response: { status, headers: [], body: new Uint8Array() },
    steps: [
      { name: "routing", outcome: "done", explanation: "found", facts: {} },
      { name: "request-template", outcome: "failed", explanation: "it\u001b broke", facts: {} },
    ],
    log: ["first line", "second line"],
  },
  ...more,
});

const block = (event: ServeEvent, options = {}) =>
  logBlock(event, { log: false, quiet: false, ...options }, paletteFor(false)).replace(/^\d\d:\d\d:\d\d /, "");

describe("the block of a request", () => {
  it("is one line where all is well", () => {
    expect(block(answered(200))).toBe("GET /a 200 12 ms\n");
  });

  it("tells the step that failed", () => {
    expect(block(answered(500))).toBe("GET /a 500 12 ms\n  request-template: it\ufffd broke\n");
  });

  it("has the execution log if asked for", () => {
    expect(block(answered(200), { log: true })).toBe("GET /a 200 12 ms\n  first line\n  second line\n");
  });

  it("is nothing where all is well and quiet", () => {
    expect(block(answered(302), { quiet: true })).toBe("");
    expect(block(answered(404), { quiet: true })).toBe("GET /a 404 12 ms\n  request-template: it\ufffd broke\n");
  });

  it("tells of clients that went away and responses that could not be sent", () => {
    expect(block(answered(200, { aborted: true }))).toBe("GET /a client gone 12 ms\n");
    expect(block(answered(200, { unsendable: "bad header" }), { quiet: true })).toBe(
      "GET /a 500 12 ms\n  the response cannot be sent: bad header\n",
    );
  });

  it("tells why a request was refused, and of defects", () => {
    expect(block({ kind: "refused", request: "GET /a", status: 413, reason: "too long" })).toBe(
      "GET /a 413\n  too long\n",
    );
    expect(block({ kind: "defect", request: "GET /a", error: new Error("oops") })).toMatch(
      /^GET \/a 500\n {2}this is a defect of vtl; please report it:\nError: oops\n/,
    );
  });
});
