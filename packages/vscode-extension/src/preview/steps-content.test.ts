import { describe, expect, it } from "vitest";
import type { StepsReply } from "../gateway/steps-request.js";
import { stepsContent, uriOfPlace } from "./steps-content.js";

const problem = {
  severity: "warning",
  message: "it is new",
  uri: "file:///p/a%20b/api.yaml",
  line: 3,
  column: 7,
} as const;
const pathOf = (uri: string) => uri.replace("file:///p/", "");

describe("the preview shows of a way through the gateway", () => {
  it("where steps are declared, by the names that the workspace gives files", () => {
    const step = { outcome: "done", explanation: "", facts: {} } as const;
    const place = { file: "/p/a b/api.yaml", range: { start: 1, end: 2 }, line: 1, column: 2 };
    const reply: StepsReply = {
      status: "ran",
      invocation: {
        requestId: "",
        response: { status: 200, headers: [], body: "" },
        log: [],
        steps: [
          { ...step, name: "routing", place },
          { ...step, name: "integration" },
        ],
      },
      request: "GET /",
      step: "request-template",
      reached: true,
      notes: ["a"],
      problems: [problem],
      uris: ["file:///p/a%20b/api.yaml"],
    };
    expect(stepsContent(reply, pathOf)).toMatchObject({
      kind: "ran",
      invocation: { steps: [{ place: { file: "a%20b/api.yaml", line: 1, column: 2 } }, { name: "integration" }] },
      notes: ["a"],
      problems: [{ severity: "warning", message: "it is new", place: "a%20b/api.yaml:3:7" }],
    });
  });

  it("why there is none, with the problems of the definition", () => {
    const reply: StepsReply = { status: "not-run", reason: "r", hint: "h", problems: [problem], uris: [] };
    expect(stepsContent(reply, pathOf)).toMatchObject({ kind: "not-run", reason: "r", hint: "h", problems: [{}] });
  });
});

it("a file that the runner names by its path is one of the definition's", () => {
  const uris = ["vscode-vfs://github/a/main.tf", "file:///c%3A/p/api.yaml"];
  expect(uriOfPlace("/a/main.tf", uris)).toBe(uris[0]);
  expect(uriOfPlace("/c:/p/api.yaml", uris)).toBe(uris[1]);
  expect(uriOfPlace("/other.yaml", uris)).toBeUndefined();
});
