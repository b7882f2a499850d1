import { once } from "node:events";
import { Agent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { eventually } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it } from "vitest";
import type { ServeEvent } from "./serve-event.js";
import { type RunningServer, type ServerOptions, startServer } from "./start-server.js";
import { sendRaw } from "./testing/raw-client.js";
import { answerOf, ScriptedApi } from "./testing/scripted-api.js";

const running: RunningServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) {
    server.abort();
    await server.close();
  }
});

async function serve(script: ConstructorParameters<typeof ScriptedApi>[0], options: Partial<ServerOptions> = {}) {
  const api = new ScriptedApi(script);
  const events: ServeEvent[] = [];
  const server = await startServer({
    api: () => api,
    port: 0,
    allowHosts: ["x"],
    onEvent: (event) => events.push(event),
    ...options,
  });
  running.push(server);
  return { api, events, server, port: server.port };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: readonly string[];
  readonly body: string;
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.rawHeaders, body: Buffer.concat(chunks).toString("utf8") };
}

async function ask(port: number, options: RequestOptions = {}, body?: string | Buffer): Promise<Answer> {
  const request = httpRequest({ host: "127.0.0.1", port, agent: false, ...options });
  request.end(body);
  const [response] = (await once(request, "response")) as [IncomingMessage];
  // One that was refused may still be sending when its connection ends.
  request.on("error", () => {});
  return read(response);
}

describe("a request", () => {
  it("reaches the gateway as it came over the wire", async () => {
    const { api, port } = await serve(() => answerOf(""));
    const headers = ["Host", "x", "X-B", "1", "x-a", "2", "X-B", "3", "Content-Length", "3"];
    await ask(port, { method: "POST", path: "/a%2Fb/%7B?q=%20&q", headers }, "\u00e9!");
    const [request] = api.requests;
    expect(request).toMatchObject({
      httpMethod: "POST",
      path: "/a%2Fb/%7B",
      queryString: "q=%20&q",
      sourceIp: "127.0.0.1",
    });
    expect(request?.headers.slice(0, 5)).toEqual([
      ["Host", "x"],
      ["X-B", "1"],
      ["x-a", "2"],
      ["X-B", "3"],
      ["Content-Length", "3"],
    ]);
    expect(Buffer.from(request?.body ?? []).toString()).toBe("é!");
  });

  it("may have any method", async () => {
    const { api, port } = await serve(() => answerOf("{}"));
    for (const method of ["OPTIONS", "HEAD", "DELETE", "PATCH", "TRACE", "PROPFIND"]) await ask(port, { method });
    expect(api.requests.map(({ httpMethod }) => httpMethod)).toEqual([
      "OPTIONS",
      "HEAD",
      "DELETE",
      "PATCH",
      "TRACE",
      "PROPFIND",
    ]);
  });

  it("is waited for when it comes in chunks", async () => {
    const { api, port } = await serve(() => answerOf("ok"));
    const head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    await sendRaw(port, head, "2\r\nab\r\n", "1\r\nc\r\n0\r\n\r\n");
    expect(Buffer.from(api.requests[0]?.body ?? []).toString()).toBe("abc");
  });

  it("is told to go on by 100-continue, and not when it is too large", async () => {
    const { api, port } = await serve(() => answerOf("ok"));
    const head = (length: number) =>
      `POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(port, head(2), "ab")).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
    expect(await sendRaw(port, head(10_485_761))).toMatch(/^HTTP\/1\.1 413 /);
    expect(api.requests).toHaveLength(1);
  });
});

describe("the response", () => {
  it("has the gateway's headers in their order and case, and those of the connection from the server", async () => {
    const headers = [
      ["X-b", "1"],
      ["Set-Cookie", "a"],
      ["set-cookie", "b"],
      ["Content-Length", "999"],
      ["Transfer-Encoding", "chunked"],
      ["Connection", "upgrade"],
    ] as const;
    const { port } = await serve(() => answerOf("é", headers, 299));
    const answer = await ask(port);
    expect(answer).toMatchObject({ status: 299, body: "é" });
    expect(answer.headers.slice(0, 8)).toEqual([
      "X-b",
      "1",
      "Set-Cookie",
      "a",
      "set-cookie",
      "b",
      "Content-Length",
      "2",
    ]);
    expect(answer.headers).not.toContain("upgrade");
  });

  it("of a HEAD request has a length and no body", async () => {
    const { port } = await serve(() => answerOf("four"));
    const text = await sendRaw(port, "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(text).toContain("Content-Length: 4\r\n");
    expect(text).toMatch(/\r\n\r\n$/);
  });

  it.each([204, 304])("of status %i has neither", async (status) => {
    const { port } = await serve(() => answerOf("four", [], status));
    const text = await sendRaw(port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(text).not.toMatch(/Content-Length|four/);
  });

  it.each([
    ["a line break in a header", answerOf("", [["X-A", "1\r\nX-B: 2"]]), /Invalid character in header content/],
    ["a header without a name", answerOf("", [["", "1"]]), /Header name must be a valid HTTP token/],
    ["an impossible status", answerOf("", [], 42), /status 42/],
    ["an informational status", answerOf("", [], 101), /status 101/],
  ])("that HTTP cannot carry, %s, becomes a 500", async (_what, response, reason) => {
    const { port, events } = await serve(() => response);
    expect(await ask(port)).toMatchObject({ status: 500, body: '{"message": "Internal server error"}' });
    expect(events).toEqual([expect.objectContaining({ kind: "answered", unsendable: expect.stringMatching(reason) })]);
  });

  it("has question marks for what Latin-1 lacks", async () => {
    const { port } = await serve(() => answerOf("", [["X-A", "é€"]]));
    expect((await ask(port)).headers.slice(0, 2)).toEqual(["X-A", "é?"]);
  });

  it("is a 500 when the program fails, which goes on", async () => {
    const error = new Error("defect");
    const { port, events } = await serve(({ path }) => {
      if (path === "/bad") throw error;
      return answerOf("ok");
    });
    expect(await ask(port, { path: "/bad" })).toMatchObject({ status: 500 });
    expect(events).toEqual([{ kind: "defect", request: "GET /bad", error }]);
    expect(await ask(port)).toMatchObject({ status: 200 });
  });
});

describe("limits", () => {
  const LIMIT = 10 * 1024 * 1024;

  it("lets a body of 10 MB pass", async () => {
    const { api, port } = await serve(() => answerOf("ok"));
    expect(await ask(port, { method: "POST" }, Buffer.alloc(LIMIT))).toMatchObject({ status: 200 });
    expect(api.requests[0]?.body).toHaveLength(LIMIT);
  });

  it.each([
    ["with a length", {}],
    ["in chunks", { "Transfer-Encoding": "chunked" }],
  ])("answers one byte more %s as the service does", async (_how, headers) => {
    const { api, port, events } = await serve(() => answerOf("ok"));
    expect(await ask(port, { method: "POST", headers }, Buffer.alloc(LIMIT + 1))).toMatchObject({
      status: 413,
      body: "HTTP content length exceeded 10485760 bytes.",
    });
    expect(api.requests).toEqual([]);
    expect(events).toEqual([expect.objectContaining({ kind: "refused", status: 413 })]);
  });

  it("cuts off a client that goes on sending", async () => {
    const { port } = await serve(() => answerOf("ok"));
    const socket = connect({ port, host: "127.0.0.1" });
    socket.on("error", () => {});
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n");
    const sending = setInterval(() => socket.write("x"), 10);
    await once(socket.resume(), "close");
    clearInterval(sending);
    expect(socket.destroyed).toBe(true);
  });

  it("leaves it to the gateway what headers are too large, unless they never end", async () => {
    const { api, port } = await serve(() => answerOf("ok"));
    const withHeaders = (size: number) => ask(port, { headers: { "X-Long": "x".repeat(size) } });
    expect(await withHeaders(10_241)).toMatchObject({ status: 200 });
    expect(api.requests[0]?.headers).toContainEqual(["X-Long", "x".repeat(10_241)]);
    expect(await withHeaders(65_536)).toMatchObject({
      status: 431,
      body: "HTTP header is larger than 10240 bytes.",
    });
  });

  it("loses no header, however many there are", async () => {
    const { api, port } = await serve(() => answerOf("ok"));
    await sendRaw(port, `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${"A:\r\n".repeat(2400)}\r\n`);
    expect(api.requests[0]?.headers).toHaveLength(2402);
  });
});

describe("the stage", () => {
  it("is no part of the path", async () => {
    const { api, port } = await serve(() => answerOf("ok"));
    await ask(port, { path: "/prod/pets" });
    expect(api.requests[0]?.path).toBe("/prod/pets");
  });

  it("comes first in it with stagePath", async () => {
    const { api, port } = await serve(() => answerOf("ok"), { stagePath: true });
    expect(await ask(port, { path: "/dev/pets?a" })).toMatchObject({ status: 200 });
    expect(api.requests[0]).toMatchObject({ path: "/pets", queryString: "a" });
    expect(await ask(port, { path: "/pets" })).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
  });
});

describe("a client that goes away", () => {
  it("aborts what runs for it", async () => {
    let seen: AbortSignal | undefined;
    const { port, events } = await serve(async (_request, signal) => {
      seen = signal;
      await once(signal, "abort");
      return answerOf("late");
    });
    const socket = connect({ port, host: "127.0.0.1" });
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await eventually(() => expect(seen).toBeDefined());
    socket.destroy();
    await eventually(() => expect(events).toEqual([expect.objectContaining({ kind: "answered", aborted: true })]));
  });

  it("may do so within its body", async () => {
    const { api, port } = await serve(() => answerOf("ok"));
    const socket = connect({ port, host: "127.0.0.1" });
    await new Promise((written) =>
      socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc", written),
    );
    socket.destroy();
    expect(await ask(port)).toMatchObject({ status: 200 });
    expect(api.requests).toHaveLength(1);
  });
});

describe("what is no HTTP request", () => {
  it.each([
    ["no method", "hello\r\n\r\n"],
    ["no version of HTTP", "GET / HTTP/9\r\n\r\n"],
    ["no host", "GET / HTTP/1.1\r\n\r\n"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    [
      "length and chunks",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ["bad chunk", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
    ["bad header name", "GET / HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n"],
    ["a tunnel", "CONNECT example.com:443 HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["no path", "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    ["TLS", new Uint8Array([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3])],
  ])("is answered 400: %s", async (_what, bytes) => {
    const { api, port } = await serve(() => answerOf("ok"));
    expect(await sendRaw(port, bytes)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(api.requests).toEqual([]);
    expect(await ask(port)).toMatchObject({ status: 200 });
  });
});

describe("closing", () => {
  it("finishes what runs, takes nothing new, and ends idle connections", async () => {
    let finish: (() => void) | undefined;
    const { server, port } = await serve(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(answerOf("done"));
        }),
    );
    const agent = new Agent({ keepAlive: true });
    const answer = ask(port, { agent });
    const idle = connect({ port, host: "127.0.0.1" });
    await eventually(() => expect(finish).toBeDefined());
    let closed = false;
    const closing = server.close().then(() => {
      closed = true;
    });
    await expect(ask(port)).rejects.toThrow("ECONNREFUSED");
    expect(closed).toBe(false);
    finish?.();
    expect(await answer).toMatchObject({ status: 200, body: "done" });
    await closing;
    idle.destroy();
    agent.destroy();
  });

  it("need not wait", async () => {
    const { api, server, port } = await serve(() => new Promise(() => {}));
    const answer = ask(port).catch((error: Error) => error.message);
    await eventually(() => expect(api.requests).toHaveLength(1));
    const closing = server.close();
    server.abort();
    await closing;
    expect(await answer).toBe("socket hang up");
  });
});

describe("starting", () => {
  it("listens on this machine only", async () => {
    const { server } = await serve(() => answerOf(""));
    expect(server.url).toBe(`http://127.0.0.1:${server.port}`);
  });

  it("fails when the port is taken", async () => {
    const { port } = await serve(() => answerOf(""));
    await expect(serve(() => answerOf(""), { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("the host of a request", () => {
  const sent = async (host: string, options: Partial<ServerOptions> = {}) => {
    const { port, api, events } = await serve(() => answerOf("ok"), { allowHosts: [], ...options });
    const text = await sendRaw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    return { status: Number(text.split(" ")[1]), requests: api.requests.length, events };
  };

  it.each(["127.0.0.1:3000", "[::1]:3000", "localhost", "localhost:80", "api.localhost:3000", "192.168.1.7"])(
    "may be an address or this machine: %s",
    async (host) => {
      expect(await sent(host)).toMatchObject({ status: 200, requests: 1 });
    },
  );

  it.each(["evil.example", "evil.example:3000", "127.0.0.1.evil.example", "localhost.evil.example", "a b", "x"])(
    "may not be another name, which a site can have point here: %s",
    async (host) => {
      const { status, requests, events } = await sent(host);
      expect({ status, requests }).toEqual({ status: 403, requests: 0 });
      expect(events).toMatchObject([{ kind: "refused", reason: expect.stringContaining("--allow-host") }]);
    },
  );

  it("may be a name that the user allows, in any case", async () => {
    expect(await sent("API.internal:3000", { allowHosts: ["api.Internal"] })).toMatchObject({ status: 200 });
  });
});
