import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Invocation } from "../pipeline/invocation.js";
import { invocationToJson } from "./invocation-json.js";

const bytes = (text: string) => new TextEncoder().encode(text);

const invocationWith = (body: Uint8Array): Invocation => ({
  requestId: "id",
  response: { status: 200, headers: [["A", "1"]], body },
  steps: [
    { name: "routing", outcome: "done", explanation: "found", facts: { route: "/" }, input: { method: "GET", body } },
    { name: "api-key", outcome: "skipped", explanation: "none needed", facts: {} },
  ],
  log: ["Execution log for request id"],
});

describe("an invocation as JSON", () => {
  it("has bodies as text, and no members for what is not known", () => {
    expect(invocationToJson(invocationWith(bytes("\ufeff{é}")))).toEqual({
      requestId: "id",
      response: { status: 200, headers: [["A", "1"]], body: "\ufeff{é}" },
      steps: [
        {
          name: "routing",
          outcome: "done",
          explanation: "found",
          facts: { route: "/" },
          input: { method: "GET", body: "\ufeff{é}" },
        },
        { name: "api-key", outcome: "skipped", explanation: "none needed", facts: {} },
      ],
      log: ["Execution log for request id"],
    });
  });

  it("has other bytes in Base64", () => {
    expect(invocationToJson(invocationWith(new Uint8Array([0xff, 0]))).response).toEqual({
      status: 200,
      headers: [["A", "1"]],
      bodyBase64: "/wA=",
    });
  });

  it("has places with line and column, where those are known", () => {
    const place = { file: "api.yaml", range: { start: 7, end: 9 } };
    const step = { name: "routing", outcome: "done", explanation: "", facts: {}, place } as const;
    const invocation = { ...invocationWith(bytes("")), steps: [step] };
    expect(invocationToJson(invocation).steps[0]?.place).toEqual(place);
    const locate = ({ range }: typeof place) => ({ line: 2, column: range.start });
    expect(invocationToJson(invocation, locate).steps[0]?.place).toEqual({ ...place, line: 2, column: 7 });
  });

  it("loses no byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000, size: "max" }), (body) => {
        const { response } = invocationToJson(invocationWith(body));
        const encoded =
          response.body === undefined ? Buffer.from(response.bodyBase64 ?? "", "base64") : bytes(response.body);
        expect(Buffer.from(encoded).equals(body)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
