import { connect } from "node:net";
import { eventually } from "@apigw-vtl/test-support";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../start-server.js";
import { sendRaw } from "../testing/raw-client.js";
import { answerOf, ScriptedApi } from "../testing/scripted-api.js";

const api = new ScriptedApi(() => answerOf("{}"));
const bytes = (text: string) => new TextEncoder().encode(text);
const page = { html: bytes("<html>"), script: bytes("script"), style: bytes("style") };

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ api: () => api, port: 0, page });
});
afterAll(() => server.close());

/** A request with exactly these headers; `Host` is right unless given. */
async function ask(line: string, headers: Readonly<Record<string, string>> = {}, body = "") {
  const all = { Host: `127.0.0.1:${server.port}`, Connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const answer = await sendRaw(server.port, `${line} HTTP/1.1\r\n${lines.join("")}\r\n${body}`);
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body: rest.join("\r\n\r\n") };
}

const asJson = (value: unknown) => {
  const body = JSON.stringify(value);
  return [{ "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) }, body] as const;
};

const REQUEST = {
  httpMethod: "GET",
  path: "/pets/7",
  queryString: "a=1",
  headers: [["A", "1"]],
  body: "é",
  stageVariables: {},
  testInvoke: true,
};

describe("the page", () => {
  it("comes with a policy that lets it load nothing from elsewhere", async () => {
    const { status, head, body } = await ask("GET /_vtl");
    expect({ status, body }).toEqual({ status: 200, body: "<html>" });
    expect(head).toMatch(/Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'/);
    expect(head).toContain("X-Content-Type-Options: nosniff");
  });

  it.each([
    ["/_vtl/page.js", "script", "text/javascript"],
    ["/_vtl/page.css", "style", "text/css"],
  ])("has %s", async (path, body, type) => {
    const answer = await ask(`GET ${path}`);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.head).toContain(`Content-Type: ${type}`);
  });

  it("lists the API", async () => {
    expect(JSON.parse((await ask("GET /_vtl/api")).body)).toMatchObject({
      name: "test",
      stageName: "dev",
      routes: [],
    });
  });

  it("sends requests to the gateway", async () => {
    const answer = await ask("POST /_vtl/invoke", ...asJson(REQUEST));
    expect(JSON.parse(answer.body)).toMatchObject({ requestId: "r-1", response: { status: 200, body: "{}" } });
    expect(api.requests.at(-1)).toEqual({ ...REQUEST, body: bytes("é") });
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "[]"],
    ["a method that is none", { ...REQUEST, httpMethod: "GET / HTTP/1.1" }],
    ["no path", { ...REQUEST, path: "pets" }],
    ["headers that are none", { ...REQUEST, headers: [["A"]] }],
    ["stage variables that are none", { ...REQUEST, stageVariables: { a: 1 } }],
  ])("refuses %s", async (_what, value) => {
    const [headers, body] = typeof value === "string" ? asJson(JSON.parse(JSON.stringify(value))) : asJson(value);
    expect(await ask("POST /_vtl/invoke", headers, body)).toMatchObject({ status: 400 });
  });

  it("has nothing else", async () => {
    expect(await ask("GET /_vtl/x")).toMatchObject({ status: 404 });
    expect(await ask("POST /_vtl")).toMatchObject({ status: 404 });
    expect(await ask("GET /_vtlx")).toMatchObject({ status: 200, body: "{}" });
  });

  it("is told of changes, and ends when the server does", async () => {
    const own = await startServer({ api: () => api, port: 0, page });
    const socket = connect({ port: own.port, host: "127.0.0.1" });
    let received = "";
    socket.on("data", (chunk) => {
      received += String(chunk);
    });
    socket.write(`GET /_vtl/changes HTTP/1.1\r\nHost: localhost:${own.port}\r\n\r\n`);
    await eventually(() => expect(received).toContain(": waiting for changes"));
    own.announceChange();
    await eventually(() => expect(received).toContain("event: change\n"));
    await own.close();
    await eventually(() => expect(received).toMatch(/0\r\n\r\n$/));
  });
});

describe("another site", () => {
  const refused = { status: 403 };

  it("cannot read by giving its name this machine's address", async () => {
    for (const line of ["GET /_vtl", "GET /_vtl/api", "POST /_vtl/invoke"]) {
      expect(await ask(line, { Host: `evil.example:${server.port}` })).toMatchObject(refused);
      expect(await ask(line, { Host: "127.0.0.1.evil.example" })).toMatchObject(refused);
      expect(await ask(line, { Host: "localhost:1@evil.example" })).toMatchObject(refused);
    }
  });

  it("cannot send requests", async () => {
    const [headers, body] = asJson(REQUEST);
    for (const Origin of ["http://evil.example", "null", "http://localhost:1"]) {
      expect(await ask("POST /_vtl/invoke", { ...headers, Origin }, body)).toMatchObject(refused);
    }
    const own = { ...headers, Origin: `http://127.0.0.1:${server.port}` };
    expect(await ask("POST /_vtl/invoke", own, body)).toMatchObject({ status: 200 });
  });

  it("cannot send requests as a form does", async () => {
    const headers = { "Content-Type": "text/plain", "Content-Length": "2" };
    expect(await ask("POST /_vtl/invoke", headers, "{}")).toMatchObject({ status: 415 });
  });

  it("may link to the page and use nothing of it", async () => {
    const visit = { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" };
    expect(await ask("GET /_vtl", visit)).toMatchObject({ status: 200 });
    expect(await ask("GET /_vtl/page.js", { ...visit, "Sec-Fetch-Mode": "no-cors" })).toMatchObject(refused);
    expect(await ask("GET /_vtl/api", { "Sec-Fetch-Site": "same-site" })).toMatchObject(refused);
  });
});

describe("this machine", () => {
  it.each(["localhost", "LOCALHOST:80", "api.localhost", "[::1]:3000", "192.168.1.2"])(
    "may be called %s",
    async (Host) => {
      expect(await ask("GET /_vtl", { Host })).toMatchObject({ status: 200 });
    },
  );
});
