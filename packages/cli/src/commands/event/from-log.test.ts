import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const STORE = readFileSync(new URL("../../../../../fixtures/apis/item-store/template.yaml", import.meta.url), "utf8");

/** The log that `vtl invoke --log` writes of a request, with the stub's answer. */
async function logOf(stub: string, ...args: string[]): Promise<string> {
  const files = { "template.yaml": STORE, "stub.yaml": stub };
  const { stderr } = await vtl(["invoke", "template.yaml", ...args, "--stub", "stub.yaml", "--log"], { files });
  return stderr;
}

const fromLog = (log: string, ...args: string[]) =>
  vtl(["event", "from-log", "x.log", ...args], { files: { "x.log": log } });

describe("vtl event from-log", () => {
  it("makes the event and the answer of our own log", async () => {
    const stub = 'answers: [{ respond: { status: 200, headers: { X-A: "1" }, body: "{\\"Item\\":\\n  {}}" } }]';
    const body = '{\n  "name": "tea, black",\n  "price": 1.0\n}';
    const log = await logOf(
      stub,
      "POST",
      "/items?a=b%20c&d=",
      "-H",
      "Content-Type: application/json",
      "-H",
      "X-Note: a, b",
      "-d",
      body,
    );
    const event = await fromLog(log);
    expect(event.code).toBe(0);
    expect(JSON.parse(event.stdout)).toMatchObject({
      body,
      headers: { "Content-Type": "application/json", "X-Note": "a, b" },
      querystring: { a: "b c", d: "" },
      path: {},
      context: { httpMethod: "POST", resourcePath: "/items" },
    });
    const answer = await fromLog(log, "--as", "answer");
    expect(JSON.parse(answer.stdout)).toMatchObject({ status: 200, headers: { "X-A": "1" }, body: '{"Item":\n  {}}' });
  });

  it("makes a case that passes", async () => {
    const log = await logOf("answers: [{ respond: { body: { Item: { name: { S: tea } } } } }]", "GET", "/items/tea");
    const { stdout } = await fromLog(log, "--as", "case");
    expect(stdout).toContain("name: GET /items/tea as logged");
    const files = { "template.yaml": STORE, "template.test.yaml": stdout };
    const { code, stdout: report } = await vtl(["test"], { files });
    expect([code, report]).toEqual([0, expect.stringContaining("1 passed")]);
  });

  it("reads CloudWatch's lines and JSON that has a log", async () => {
    const id = "6f1c2b9e-4a0d-4f5e-9a53-0d8d1c8f7a11";
    const lines = [
      `(${id}) HTTP Method: GET, Resource Path: /a/{id}`,
      `(${id}) Method request path: {id=7}`,
      `(${id}) Method request body before transformations: `,
      `(${id}) Method completed with status: 200`,
    ];
    const expected = { body: "", path: { id: "7" }, context: { requestId: id, httpMethod: "GET" } };
    for (const log of [
      lines.join("\n"),
      lines.map((line) => `2026-11-30T02:00:00.000Z ${line}`).join("\n"),
      JSON.stringify({ events: lines.map((message) => ({ message })) }),
      JSON.stringify({ status: 200, log: lines.join("\n") }),
    ]) {
      expect(JSON.parse((await fromLog(log)).stdout)).toMatchObject(expected);
    }
  });

  it("names the lines that the service cut, and leaves out what nobody knows", async () => {
    const long = "x".repeat(2000);
    const log = await logOf("answers: [{ respond: {} }]", "GET", "/items/tea", "-H", "A: 1", "-H", `Long: ${long}`);
    const { code, stdout, stderr } = await fromLog(log);
    expect(code).toBe(1);
    expect(stderr).toContain("warning: the service has cut the line 'Method request headers'");
    expect(Object.keys(JSON.parse(stdout).headers)).not.toContain("Long");
  });

  it("refuses what is no log", async () => {
    const { code, stderr } = await fromLog("hello\n");
    expect([code, stderr]).toEqual([2, expect.stringContaining("x.log has no request of an execution log")]);
    expect((await fromLog("Method request path: {}\n", "--as", "answer")).code).toBe(2);
  });
});
