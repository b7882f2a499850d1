import { describe, expect, it } from "vitest";
import { readEvent } from "./read-event.js";
import { SAMPLE_CONTEXT, sampleContext } from "./sample-context.js";

const parsed = (text: string) => readEvent(JSON.parse(text));

describe("our own event", () => {
  it("has the fields of a conformance case, all of them optional", () => {
    expect(
      parsed(`{"body": "b", "headers": {"h": ["1", "2"]}, "querystring": {"q": "1"}, "path": {"p": "x"},
        "stageVariables": {"s": "v"}, "context": {"stage": "t"}, "$schema": "anything"}`),
    ).toEqual({
      body: "b",
      headers: { h: ["1", "2"] },
      querystring: { q: "1" },
      path: { p: "x" },
      stageVariables: { s: "v" },
      context: { stage: "t" },
    });
    expect(parsed("{}")).toEqual({
      body: null,
      headers: {},
      querystring: {},
      path: {},
      stageVariables: {},
      context: {},
    });
  });

  it("writes null parameters and scalars as a wire would", () => {
    expect(parsed('{"headers": null, "querystring": {"limit": 10, "all": true, "ids": [1, "2"]}}')).toMatchObject({
      headers: {},
      querystring: { limit: "10", all: "true", ids: ["1", "2"] },
    });
  });

  it.each([
    ['{"queryStringParameters": {}}', "unknown field 'queryStringParameters'", "use 'querystring'"],
    ['{"heders": {}}', "unknown field 'heders'", "the fields are body, headers"],
    ['{"headers": []}', "'headers' must be an object", undefined],
    ['{"path": {"id": ["1"]}}', "'path.id' must be a string", undefined],
    ['{"headers": {"h": [null]}}', "'headers.h[0]' must be a string", undefined],
    ['{"context": "x"}', "'context' must be an object", undefined],
    ["[]", "an event must be an object", "its fields are body"],
  ])("refuses %s", (text, message, hint) => {
    const refused = expect.objectContaining({
      message: expect.stringContaining(message),
      hint: hint === undefined ? undefined : expect.stringContaining(hint),
    });
    expect(() => parsed(text)).toThrow(refused);
  });

  it("writes a body that is no text as the document has it, or as JSON", () => {
    expect(readEvent({ body: { a: 1 } }).body).toBe('{"a":1}');
    expect(readEvent({ body: { a: 1 } }, { bodyText: () => '{ "a": 1.0 }' }).body).toBe('{ "a": 1.0 }');
    expect(readEvent({ body: "text" }, { bodyText: () => '"text"' }).body).toBe("text");
  });

  it("reads own members only", () => {
    expect(parsed('{"headers": {"__proto__": "x"}}').headers).toHaveProperty(["__proto__"], "x");
    expect(readEvent(Object.create({ body: "x" })).body).toBeNull();
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

  it("becomes what a template would have seen", () => {
    expect(readEvent(proxy)).toEqual({
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

  it("decodes a base64 body", () => {
    const body = "eyLDqSI6IDF9";
    expect(readEvent({ ...proxy, body, isBase64Encoded: true }).body).toBe('{"é": 1}');
    expect(() => readEvent({ ...proxy, body: "/w==", isBase64Encoded: true })).toThrow("the base64 body is not UTF-8");
    expect(() => readEvent({ ...proxy, body: "a b", isBase64Encoded: true })).toThrow("'body' is not base64");
  });

  it("may lack nearly everything", () => {
    expect(parsed('{"httpMethod": "GET", "path": "/x", "body": null, "requestContext": {"authorizer": null}}')).toEqual(
      {
        body: null,
        headers: {},
        querystring: {},
        path: {},
        stageVariables: {},
        context: { httpMethod: "GET", path: "/x" },
      },
    );
  });
});

describe("an HTTP API's Lambda-proxy event", () => {
  it("becomes what a REST API's template would have seen", () => {
    const payload = {
      version: "2.0",
      routeKey: "POST /orders/{id}",
      rawPath: "/orders/7",
      rawQueryString: "q=1&q=2&name=O%27Brien+x&share=5%&flag",
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
    expect(readEvent(payload)).toEqual({
      body: "hi",
      headers: { accept: "a,b", cookie: "a=1; b=2" },
      querystring: { q: ["1", "2"], name: "O'Brien x", share: "5%", flag: "" },
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

  it("takes the identity from an IAM authorizer", () => {
    const requestContext = { http: { method: "GET" }, authorizer: { iam: { userArn: "arn", callerId: "c" } } };
    const { context } = readEvent({ version: "2.0", requestContext });
    expect(context).toEqual({ httpMethod: "GET", identity: { caller: "c", userArn: "arn" } });
  });
});

describe("the sample $context", () => {
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

  it("has the method and the resource of the template's definition, as far as that says them", () => {
    expect(sampleContext()).toEqual(SAMPLE_CONTEXT);
    expect(sampleContext({ apiType: "REST", httpMethod: "GET", path: "/orders/{id}/{rest+}" })).toEqual({
      ...SAMPLE_CONTEXT,
      httpMethod: "GET",
      resourcePath: "/orders/{id}/{rest+}",
      path: "/prod/orders/id/rest",
    });
    expect(sampleContext({ httpMethod: "ANY", path: "/<Version>/orders" })).toEqual(SAMPLE_CONTEXT);
  });

  it("is an event's in a WebSocket API, by the route", () => {
    const message = sampleContext({ apiType: "WEBSOCKET", routeKey: "send" });
    expect(message).toMatchObject({ routeKey: "send", eventType: "MESSAGE", messageId: "ExampleMessageId=" });
    expect(message).toMatchObject({ connectionId: "ExampleConnectionId=", stage: "prod", apiId: "a1b2c3d4e5" });
    expect(message.requestId).toBe(message.extendedRequestId);
    for (const ofRest of ["httpMethod", "resourcePath", "requestOverride"]) expect(message).not.toHaveProperty(ofRest);
    expect(sampleContext({ apiType: "WEBSOCKET" }).routeKey).toBe("$default");
    const connect = sampleContext({ apiType: "WEBSOCKET", routeKey: "$connect" });
    expect(connect).toMatchObject({ routeKey: "$connect", eventType: "CONNECT" });
    expect(connect).not.toHaveProperty("messageId");
    expect(sampleContext({ apiType: "WEBSOCKET", routeKey: "$disconnect" }).eventType).toBe("DISCONNECT");
  });
});
