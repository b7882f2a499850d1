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

  describe("of what vtl invoke --format json prints", () => {
    const API = `openapi: 3.0.1
x-amazon-apigateway-binary-media-types: [image/png]
paths:
  /images/{name}:
    put:
      responses: { 200: {} }
      x-amazon-apigateway-integration:
        { type: http, httpMethod: PUT, uri: 'https://example.com/', responses: { default: { statusCode: 200 } } }
`;
    const request = [
      "PUT",
      "/images/a?b=c%20d&b=%2B",
      "-H",
      "Content-Type: image/png",
      "-H",
      "Accept: image/png",
      "-H",
      "A: 1, b=2",
      "-H",
      "A: 3",
    ];
    const image = Uint8Array.of(0x89, 0x50, 0xff, 0x0a);
    const files = {
      "api.yaml": API,
      "a.png": image,
      "stub.json": '{"answers": [{"respond": {"headers": {"Content-Type": "image/png"}, "base64": "/wA="}}]}',
    };
    const result = async (...args: string[]) =>
      (await vtl(["invoke", "api.yaml", ...args, "--stub", "stub.json", "--format", "json"], { files })).stdout;

    it("has the bytes that a log has not, and headers as they were sent", async () => {
      const { code, stdout, stderr } = await fromLog(await result(...request, "-d", "@a.png"), "--as", "case");
      expect([code, stderr]).toEqual([0, ""]);
      const [made] = parse(stdout).cases;
      expect(made).toMatchObject({
        request: {
          line: "PUT /images/a?b=c%20d&b=%2B",
          headers: { "Content-Type": "image/png", Accept: "image/png", A: ["1, b=2", "3"] },
          base64: "iVD/Cg==",
        },
        respond: { base64: "/wA=" },
        sent: { base64: "iVD/Cg==" },
        expect: { status: 200, base64: "/wA=" },
      });
      const run = (test: string) => vtl(["test"], { files: { "api.yaml": API, "api.test.yaml": test } });
      expect((await run(stdout)).stdout).toContain("1 passed");
      const wrong = await run(stdout.replace("base64: iVD/Cg==", "base64: iVD/Cg!=="));
      expect([wrong.code, wrong.stdout]).toEqual([2, expect.stringContaining("base64 is no Base64")]);
      const other = stdout.replace("status: 200\n      base64: /wA=", "status: 200\n      base64: /wE=");
      expect((await run(other)).stdout).toContain("the body that is returned, in Base64, is not what is expected");
      const { io } = await vtl(["test", "--update"], { files: { "api.yaml": API, "api.test.yaml": other } });
      expect(io.text("api.test.yaml")).toBe(stdout.replace(/\/wA=\n$/, '"/wA="\n'));
    });

    it("has the line that a log cuts", async () => {
      const long = "x".repeat(2000);
      const { code, stdout } = await fromLog(await result(...request, "-H", `Long: ${long}`));
      expect([code, JSON.parse(stdout).headers.Long]).toEqual([0, long]);
    });

    it("tells of a request that no method is for, of which a log says nothing", async () => {
      const text = await result("GET", "/images/a?b=c", "-H", "B: 1");
      expect((await fromLog(JSON.parse(text).log.join("\n"))).code).toBe(2);
      const { code, stdout } = await fromLog(text, "--as", "case");
      expect([code, parse(stdout).cases[0]]).toMatchObject([
        0,
        { request: { line: "GET /images/a?b=c", headers: { B: "1" } }, expect: { status: 403 } },
      ]);
    });
  });

  it("refuses what is no log", async () => {
    const { code, stderr } = await fromLog("hello\n");
    expect([code, stderr]).toEqual([2, expect.stringContaining("x.log has no request of an execution log")]);
    expect((await fromLog("Method request path: {}\n", "--as", "answer")).code).toBe(2);
  });
});
