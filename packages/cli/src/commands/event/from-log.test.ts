import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { vtl } from "../../testing/memory-io.js";

const STORE_URL = new URL("../../../../../fixtures/apis/item-store/", import.meta.url);
const STORE = readFileSync(new URL("template.yaml", STORE_URL), "utf8");

interface StoreCase {
  readonly name: string;
  readonly request?:
    | string
    | { readonly line: string; readonly headers?: Record<string, string>; readonly body?: unknown };
  readonly respond?: object;
  readonly sent?: object;
  readonly expect?: object;
}

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

  it("makes of the log of each test of the item store a case that passes", async () => {
    const { cases } = parse(readFileSync(new URL("template.test.yaml", STORE_URL), "utf8")) as {
      readonly cases: readonly StoreCase[];
    };
    const requests = cases.filter(({ request }) => request !== undefined);
    expect(requests.length).toBeGreaterThan(4);
    for (const { name, request, respond } of requests) {
      const { line, headers = {}, body } = typeof request === "object" ? request : { line: request ?? "" };
      const options = [
        ...Object.entries(headers).flatMap(([header, value]) => ["-H", `${header}: ${value}`]),
        ...(body === undefined ? [] : ["-d", JSON.stringify(body)]),
      ];
      const log = await logOf(
        JSON.stringify({ answers: [{ respond: respond ?? {} }] }),
        ...line.split(" "),
        ...options,
      );
      const { code, stdout } = await fromLog(log, "--as", "case");
      const tests = await vtl(["test"], { files: { "template.yaml": STORE, "template.test.yaml": stdout } });
      expect([name, code, tests.code, tests.stdout]).toEqual([name, 0, 0, expect.stringContaining("1 passed")]);
    }
  });

  it("sends what the client has sent, and from where", async () => {
    const request = ["GET", "/items/tea", "-H", "X-Forwarded-For: 10.0.0.1", "-H", "A: 1", "--source-ip", "192.0.2.7"];
    const { stdout } = await fromLog(await logOf("answers: [{ respond: {} }]", ...request), "--as", "case");
    const [made] = (parse(stdout) as { readonly cases: readonly StoreCase[] }).cases;
    expect(made?.request).toMatchObject({ headers: { "X-Forwarded-For": "10.0.0.1", A: "1" }, sourceIp: "192.0.2.7" });
    expect(made?.request).not.toHaveProperty("headers.X-Forwarded-Port");
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
    const stub = `answers: [{ respond: { status: 400, body: { message: ${long} } } }]`;
    const json = ["-H", "Content-Type: application/json", "-d", '{"name": "tea", "price": 1, "tags": []}'];
    const made = await fromLog(await logOf(stub, "POST", "/items", ...json), "--as", "case");
    expect(made.stderr).toContain("the service has cut the line 'Endpoint response body before transformations'");
    const [{ expect: expected, sent }] = (parse(made.stdout) as { readonly cases: readonly [StoreCase] }).cases;
    expect([expected, sent]).toEqual([{ status: 409 }, { subset: expect.objectContaining({ TableName: "Items" }) }]);
  });

  it("refuses what is no log", async () => {
    const { code, stderr } = await fromLog("hello\n");
    expect([code, stderr]).toEqual([2, expect.stringContaining("x.log has no request of an execution log")]);
    expect((await fromLog("Method request path: {}\n", "--as", "answer")).code).toBe(2);
  });
});
