import { describe, expect, it } from "vitest";
import { InputReader } from "../io/input-reader.js";
import { MemoryIo } from "../testing/memory-io.js";
import type { CompleteEvent } from "./complete-event.js";
import type { EventFlags } from "./event-flags.js";
import { readEvent } from "./read-event.js";
import { SAMPLE_CONTEXT } from "./sample-context.js";

function read(flags: Partial<EventFlags>, files: Record<string, string> = {}, stdin?: string): Promise<CompleteEvent> {
  const io = new MemoryIo(stdin === undefined ? { files } : { files, stdin });
  return readEvent({ sampleContext: false, ...flags }, new InputReader(io));
}

const event = (text: string, name = "event.json") => read({ event: name }, { [name]: text });

describe("our own event", () => {
  it("has the fields of a conformance case, all of them optional", async () => {
    expect(
      await event(`{"body": "b", "headers": {"h": ["1", "2"]}, "querystring": {"q": "1"}, "path": {"p": "x"},
        "stageVariables": {"s": "v"}, "context": {"stage": "t"}, "$schema": "anything"}`),
    ).toEqual({
      body: "b",
      headers: { h: ["1", "2"] },
      querystring: { q: "1" },
      path: { p: "x" },
      stageVariables: { s: "v" },
      context: { stage: "t" },
    });
    expect(await event("{}")).toEqual({
      body: null,
      headers: {},
      querystring: {},
      path: {},
      stageVariables: {},
      context: {},
    });
  });

  it("takes a body that is JSON itself exactly as written", async () => {
    expect((await event('{"body": { "price": 1.0,\n "id": 12345678901234567890 } }')).body).toBe(
      '{ "price": 1.0,\n "id": 12345678901234567890 }',
    );
    expect((await event('{"body": [ 1 ]}')).body).toBe("[ 1 ]");
    expect((await event('{"body": false}')).body).toBe("false");
  });

  it("writes null parameters and scalars as a wire would", async () => {
    expect(await event('{"headers": null, "querystring": {"limit": 10, "all": true, "ids": [1, "2"]}}')).toMatchObject({
      headers: {},
      querystring: { limit: "10", all: "true", ids: ["1", "2"] },
    });
  });

  it("is recognised as YAML by name, or by content where there is no name", async () => {
    const yaml = 'body: |\n  {"a": 1}\nquerystring:\n  limit: 10\n';
    const expected = { body: '{"a": 1}\n', querystring: { limit: "10" } };
    expect(await event(yaml, "event.yaml")).toMatchObject(expected);
    expect(await event(yaml, "event.yml")).toMatchObject(expected);
    expect(await read({ event: "-" }, {}, yaml)).toMatchObject(expected);
    expect(await read({ event: "-" }, {}, '{"body": "b"}')).toMatchObject({ body: "b" });
    expect(await event("body: {a: [1, x]}", "e.yaml")).toMatchObject({ body: '{"a":[1,"x"]}' });
  });

  it("may begin with a byte order mark", async () => {
    expect((await event('\ufeff{"body": {"a": 1.0}}')).body).toBe('{"a": 1.0}');
  });

  it("keeps __proto__ as an ordinary name", async () => {
    for (const [text, name] of [
      ['{"headers": {"__proto__": "x"}}', "e.json"],
      ["headers:\n  __proto__: x\n", "e.yaml"],
    ] as const) {
      expect(Object.entries((await event(text, name)).headers)).toEqual([["__proto__", "x"]]);
    }
  });

  it.each([
    ['{"queryStringParameters": {}}', "unknown field 'queryStringParameters'", "use 'querystring'"],
    ['{"heders": {}}', "unknown field 'heders'", "the fields are body, headers"],
    ['{"headers": []}', "'headers' must be an object", undefined],
    ['{"path": {"id": ["1"]}}', "'path.id' must be a string", undefined],
    ['{"headers": {"h": [null]}}', "'headers.h[0]' must be a string", undefined],
    ['{"context": "x"}', "'context' must be an object", undefined],
    ["[]", "must hold an object", undefined],
  ])("refuses %s", async (text, message, hint) => {
    const rejected = expect(event(text)).rejects;
    await rejected.toThrow(message);
    if (hint !== undefined) await expect(event(text)).rejects.toMatchObject({ hint: expect.stringContaining(hint) });
  });

  it("points at the place where JSON or YAML is broken", async () => {
    await expect(event('{\n  "body": "x",\n}')).rejects.toMatchObject({
      message: "not JSON: there is a comma before '}'",
      location: { name: "event.json", range: { start: 15, end: 18 } },
    });
    await expect(event("a: [1\nb: 2\n", "e.yaml")).rejects.toMatchObject({
      message: expect.stringMatching(/^not YAML: /),
      location: { name: "e.yaml" },
    });
  });

  it("refuses YAML that would explode or is nested beyond the stack", async () => {
    const laughs = ["a: &a [x,x,x,x,x,x,x,x,x]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed", "fe"]) laughs.push(`${name}: &${name} [${`*${of},`.repeat(9)}]`);
    await expect(event(laughs.join("\n"), "e.yaml")).rejects.toThrow("cannot use e.yaml");
    await expect(event(`a: ${"[".repeat(100_000)}`, "e.yaml")).rejects.toThrow(/cannot use e.yaml|not YAML/);
  });
});

describe("a REST API's Lambda-proxy event", () => {
  const proxy = {
    resource: "/orders/{id}",
    path: "/orders/7",
    httpMethod: "PUT",
    headers: { Accept: "text/plain", "X-One": "last" },
    multiValueHeaders: { "X-One": ["first", "last"] },
    queryStringParameters: { q: "2" },
    multiValueQueryStringParameters: { q: ["1", "2"] },
    pathParameters: { id: "7" },
    stageVariables: null,
    requestContext: {
      accountId: "123456789012",
      resourcePath: "/orders/{id}",
      path: "/dev/orders/7",
      httpMethod: "PUT",
      stage: "dev",
      requestTimeEpoch: 1700000000000,
      identity: { sourceIp: "9.9.9.9" },
      authorizer: { principalId: "p", integrationLatency: 12, claims: { sub: "s" } },
    },
    body: '{"a": 1.0}',
    isBase64Encoded: false,
  };

  it("becomes what a template would have seen", async () => {
    expect(await event(JSON.stringify(proxy))).toEqual({
      body: '{"a": 1.0}',
      headers: { Accept: "text/plain", "X-One": ["first", "last"] },
      querystring: { q: ["1", "2"] },
      path: { id: "7" },
      stageVariables: {},
      context: {
        ...proxy.requestContext,
        authorizer: { principalId: "p", integrationLatency: "12", claims: { sub: "s" } },
      },
    });
  });

  it("decodes a base64 body", async () => {
    const body = Buffer.from('{"é": 1}').toString("base64");
    expect((await event(JSON.stringify({ ...proxy, body, isBase64Encoded: true }))).body).toBe('{"é": 1}');
    await expect(event(JSON.stringify({ ...proxy, body: "/w==", isBase64Encoded: true }))).rejects.toThrow(
      "the base64 body is not UTF-8",
    );
  });

  it("may lack nearly everything", async () => {
    expect(
      await event('{"httpMethod": "GET", "path": "/x", "body": null, "requestContext": {"authorizer": null}}'),
    ).toEqual({
      body: null,
      headers: {},
      querystring: {},
      path: {},
      stageVariables: {},
      context: { httpMethod: "GET", path: "/x" },
    });
  });
});

describe("an HTTP API's Lambda-proxy event", () => {
  it("becomes what a REST API's template would have seen", async () => {
    const payload = {
      version: "2.0",
      routeKey: "POST /orders/{id}",
      rawPath: "/orders/7",
      rawQueryString: "q=1&q=2&name=O%27Brien+x",
      cookies: ["a=1", "b=2"],
      headers: { accept: "a,b" },
      queryStringParameters: { q: "1,2", name: "O'Brien x" },
      pathParameters: { id: "7" },
      stageVariables: { table: "T" },
      requestContext: {
        accountId: "123456789012",
        apiId: "api",
        authorizer: { jwt: { claims: { sub: "s" }, scopes: null }, lambda: { admin: true } },
        domainName: "api.example.com",
        domainPrefix: "api",
        http: { method: "POST", path: "/orders/7", protocol: "HTTP/1.1", sourceIp: "9.9.9.9", userAgent: "agent" },
        requestId: "r",
        stage: "$default",
        time: "12/Mar/2020:19:03:58 +0000",
        timeEpoch: 1583348638390,
      },
      body: "aGk=",
      isBase64Encoded: true,
    };
    expect(await event(JSON.stringify(payload))).toEqual({
      body: "hi",
      headers: { accept: "a,b", cookie: "a=1; b=2" },
      querystring: { q: ["1", "2"], name: "O'Brien x" },
      path: { id: "7" },
      stageVariables: { table: "T" },
      context: {
        accountId: "123456789012",
        apiId: "api",
        domainName: "api.example.com",
        domainPrefix: "api",
        requestId: "r",
        stage: "$default",
        httpMethod: "POST",
        path: "/orders/7",
        protocol: "HTTP/1.1",
        resourcePath: "/orders/{id}",
        requestTime: "12/Mar/2020:19:03:58 +0000",
        requestTimeEpoch: 1583348638390,
        identity: { sourceIp: "9.9.9.9", userAgent: "agent" },
        authorizer: { admin: "true", claims: { sub: "s" } },
      },
    });
  });

  it("takes the identity from an IAM authorizer", async () => {
    const requestContext = { http: { method: "GET" }, authorizer: { iam: { userArn: "arn", callerId: "c" } } };
    const { context } = await event(JSON.stringify({ version: "2.0", requestContext }));
    expect(context).toEqual({ httpMethod: "GET", identity: { caller: "c", userArn: "arn" } });
  });
});

describe("flags", () => {
  it("override the event file name by name", async () => {
    const files = {
      "event.json": `{"body": "old", "headers": {"A": "1", "B": "1"}, "querystring": {"q": ["1", "2"]},
        "path": {"id": "1"}, "stageVariables": {"s": "1", "t": "1"}}`,
      "body.txt": "new\n",
    };
    const flags = {
      event: "event.json",
      body: "body.txt",
      header: ["A=2", "A=3", "C="],
      query: ["q=x=y"],
      path: ["id=1", "id=2"],
      stageVar: ["s=2"],
    };
    expect(await read(flags, files)).toEqual({
      body: "new\n",
      headers: { A: ["2", "3"], B: "1", C: "" },
      querystring: { q: "x=y" },
      path: { id: "2" },
      stageVariables: { s: "2", t: "1" },
      context: {},
    });
  });

  it.each(["header", "query", "path", "stageVar", "contextSet"] as const)("--%s needs name=value", async (flag) => {
    await expect(read({ [flag]: ["=x"] })).rejects.toThrow("has no name and value");
    await expect(read({ [flag]: ["x"] })).rejects.toThrow("has no name and value");
  });

  it("build $context in layers: the event's or the sample, file, single entries, time and id", async () => {
    const files = {
      "event.json": '{"context": {"stage": "event", "apiId": "event", "identity": {"sourceIp": "9.9.9.9"}}}',
      "context.yaml":
        "apiId: file\nidentity:\n  userAgent: file\nauthorizer:\n  claims:\n    sub: file\n    email: e\n",
    };
    const given = {
      context: "context.yaml",
      contextSet: ["authorizer.claims.sub=flag", "requestId=x"],
      time: "2025-02-01T00:00:01Z",
      requestId: "flag",
    };
    const laidOver = {
      apiId: "file",
      authorizer: { claims: { sub: "flag", email: "e" } },
      requestTime: "01/Feb/2025:00:00:01 +0000",
      requestTimeEpoch: Date.UTC(2025, 1, 1, 0, 0, 1),
      requestId: "flag",
    };
    expect((await read({ ...given, sampleContext: true, event: "event.json" }, files)).context).toEqual({
      ...laidOver,
      stage: "event",
      identity: { sourceIp: "9.9.9.9", userAgent: "file" },
    });
    expect((await read({ ...given, sampleContext: true }, files)).context).toEqual({
      ...SAMPLE_CONTEXT,
      ...laidOver,
      identity: { ...(SAMPLE_CONTEXT.identity as object), userAgent: "file" },
    });
  });
});

describe("the sample $context", () => {
  it("is used only where nothing is said about $context", async () => {
    const proxy = '{"httpMethod": "GET", "requestContext": {"stage": "s"}}';
    const files = { "none.json": "{}", "some.json": '{"context": {}}', "proxy.json": proxy };
    const contextOf = async (flags: Partial<EventFlags>) =>
      (await read({ sampleContext: true, ...flags }, files)).context;
    expect(await contextOf({})).toEqual(SAMPLE_CONTEXT);
    expect(await contextOf({ event: "none.json" })).toEqual(SAMPLE_CONTEXT);
    expect(await contextOf({ event: "some.json" })).toEqual({});
    expect(await contextOf({ event: "proxy.json" })).toEqual({ httpMethod: "GET", stage: "s" });
    expect(await contextOf({ event: "none.json", sampleContext: false })).toEqual({});
  });

  it("has the keys that were recorded from the service, in their order", () => {
    expect(Object.keys(SAMPLE_CONTEXT).join(" ")).toBe(
      "resourceId resourcePath httpMethod extendedRequestId requestTime path accountId protocol requestOverride stage " +
        "domainPrefix requestTimeEpoch requestId identity domainName deploymentId responseOverride apiId",
    );
    expect(Object.keys(SAMPLE_CONTEXT.identity as object).join(" ")).toBe(
      "cognitoIdentityPoolId accountId cognitoIdentityId caller sourceIp principalOrgId accessKey " +
        "cognitoAuthenticationType cognitoAuthenticationProvider userArn userAgent user",
    );
  });

  it("is the same at any time", () => {
    expect(SAMPLE_CONTEXT.requestTime).toBe("31/Jan/2025:12:00:00 +0000");
    expect(SAMPLE_CONTEXT.requestTimeEpoch).toBe(Date.UTC(2025, 0, 31, 12));
  });
});
