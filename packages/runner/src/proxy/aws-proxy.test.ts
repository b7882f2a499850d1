import type { ApiDefinition } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { FUNCTION_URI, functionOf, recordingBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { logTexts } from "../testing/log-texts.js";

/** Spec 6.7; the cases that are recorded are in shared-test too. */

function proxyApi(parts: Partial<ApiDefinition> = {}): ApiDefinition {
  const proxy = integration({ type: "AWS_PROXY", uri: FUNCTION_URI, httpMethod: "POST", responses: [] });
  return { ...apiWith(route({ path: "/{proxy+}", integration: proxy })), ...parts };
}

async function eventOf(definition: ApiDefinition, sent: ReturnType<typeof request>) {
  const { backend, sent: requests } = recordingBackend(functionOf({}));
  await createGateway(definition, { backends: [backend], clock: () => 1_700_000_000_000 }).invoke(sent);
  return JSON.parse(new TextDecoder().decode(requests[0]?.body));
}

describe("the event of a function", () => {
  it("holds the whole request", async () => {
    const sent = {
      ...request("POST", "/a/b%20c?q=1&q=2&r=x+y", { body: "text" }),
      headers: [
        ["Host", "api.example.com"],
        ["X-A", "1"],
        ["X-A", "2"],
        ["Connection", "close"],
      ] as const,
    };
    expect(await eventOf(proxyApi({ stageVariables: { color: "blue" } }), sent)).toMatchObject({
      resource: "/{proxy+}",
      path: "/a/b%20c",
      httpMethod: "POST",
      headers: { Host: "api.example.com", "X-A": "2", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https" },
      multiValueHeaders: { "X-A": ["1", "2"] },
      queryStringParameters: { q: "2", r: "x y" },
      multiValueQueryStringParameters: { q: ["1", "2"], r: ["x y"] },
      pathParameters: { proxy: "a/b%20c" },
      stageVariables: { color: "blue" },
      body: "text",
      isBase64Encoded: false,
      requestContext: {
        resourcePath: "/{proxy+}",
        httpMethod: "POST",
        path: "/dev/a/b%20c",
        stage: "dev",
        requestTime: "14/Nov/2023:22:13:20 +0000",
        requestTimeEpoch: 1_700_000_000_000,
        identity: { sourceIp: "127.0.0.1", userArn: null },
      },
    });
  });

  it("has null for what is not there", async () => {
    const proxy = integration({ type: "AWS_PROXY", uri: FUNCTION_URI, httpMethod: "POST", responses: [] });
    const event = await eventOf(apiWith(route({ integration: proxy })), request("GET", "/"));
    expect(event).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
    expect(event.headers).not.toHaveProperty("Connection");
    expect(Object.keys(event.requestContext.identity)).toHaveLength(12);
    expect(event.requestContext).not.toHaveProperty("requestOverride");
  });

  it("has a binary payload as Base64", async () => {
    const sent = request("POST", "/a", { headers: { "Content-Type": "image/png" }, body: Uint8Array.of(255, 0) });
    expect(await eventOf(proxyApi({ binaryMediaTypes: ["image/png"] }), sent)).toMatchObject({
      body: "/wA=",
      isBase64Encoded: true,
    });
  });
});

function answering(value: unknown, parts: Partial<ApiDefinition> = {}, accept = "image/png") {
  const gateway = createGateway(proxyApi(parts), { backends: [functionOf(value)] });
  return gateway.invoke(request("GET", "/a", { headers: { Accept: accept } }));
}

describe("a function whose integration has the method", () => {
  it.each([
    ["GET", 500],
    ["ANY", 500],
    ["POST", 200],
  ])("%s: %i", async (httpMethod, status) => {
    const proxy = integration({ type: "AWS_PROXY", uri: FUNCTION_URI, httpMethod });
    const gateway = createGateway(apiWith(route({ integration: proxy })), { backends: [functionOf({})] });
    expect((await gateway.invoke(request("GET", "/"))).response.status).toBe(status);
  });
});

describe("the path of the event", () => {
  // Recorded: `invocation-payload-with-…` of LocalStack's test_lambda_aws_proxy_integration.
  it.each([
    ["/proxy-value", "/proxy-value", "proxy-value", "/dev/proxy-value"],
    ["/proxy-value/", "/proxy-value/", "proxy-value", "/dev/proxy-value/"],
    [
      "/proxy-value//double-slash",
      "/proxy-value//double-slash",
      "proxy-value//double-slash",
      "/dev/proxy-value//double-slash",
    ],
    ["//proxy-value", "/proxy-value", "proxy-value", "/dev//proxy-value"],
    [
      "/user/test%2Balias@a.b/test+alias@a.b",
      "/user/test%2Balias@a.b/test+alias@a.b",
      "user/test%2Balias@a.b/test+alias@a.b",
      "/dev/user/test%2Balias@a.b/test+alias@a.b",
    ],
  ])("%s is %s", async (sent, path, proxy, contextPath) => {
    expect(await eventOf(proxyApi(), request("GET", sent))).toMatchObject({
      path,
      pathParameters: { proxy },
      requestContext: { path: contextPath },
    });
  });

  it("does not change how the query is decoded", async () => {
    const sent =
      "/a?dateTimeOffset=2023-06-12T18:05:10.123456+00:00&email=test%2Balias@gmail.com&plus=test+alias@gmail.com&url=https://www.google.com/&whitespace=foo%20bar";
    expect(await eventOf(proxyApi(), request("GET", sent))).toMatchObject({
      queryStringParameters: {
        dateTimeOffset: "2023-06-12T18:05:10.123456 00:00",
        email: "test+alias@gmail.com",
        plus: "test alias@gmail.com",
        url: "https://www.google.com/",
        whitespace: "foo bar",
      },
    });
  });
});

describe("the answer of a function", () => {
  it.each<[unknown, number, string]>([
    [{ statusCode: 201, body: "x" }, 201, "x"],
    [{ statusCode: "201" }, 201, ""],
    [{ body: "x" }, 200, "x"],
    [{}, 200, ""],
    [{ statusCode: null, headers: null, multiValueHeaders: null, body: null }, 200, ""],
    [{ statusCode: 200, body: "", isBase64Encoded: false }, 200, ""],
  ])("%j", async (value, status, body) => {
    const invocation = await answering(value);
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([status, body]);
    expect(new Map(invocation.response.headers).get("Content-Type")).toBe("application/json");
  });

  it.each([
    { statusCode: "test" },
    { statusCode: 200.5 },
    { statusCode: 99 },
    { statusCode: true },
    { statusCode: 200, extra: 1 },
    { body: { a: 1 } },
    { body: 5 },
    { headers: "x" },
    { headers: { a: ["b"] } },
    { headers: { a: null } },
    { multiValueHeaders: { a: "b" } },
    { multiValueHeaders: ["a"] },
    "text",
    5,
    null,
    [],
  ])("%j is no response: 502", async (value) => {
    const invocation = await answering(value);
    expect(invocation.response.status).toBe(502);
    expect(textOfResponse(invocation)).toBe('{"message": "Internal server error"}');
    expect(logTexts(invocation)).toContain(
      "Execution failed due to configuration error: Malformed Lambda proxy response",
    );
  });

  it("that is an error: 502, with the reason in the log only", async () => {
    const invocation = await answering({ errorMessage: "boom", errorType: "Error" });
    expect(invocation.response.status).toBe(502);
    expect(textOfResponse(invocation)).toBe('{"message": "Internal server error"}');
    expect(logTexts(invocation)).toContainEqual(
      expect.stringMatching(
        /^Lambda execution failed with status 200 due to customer function error: boom\. Lambda request id: .+/,
      ),
    );
  });

  it("has its headers printed and joined, the lists first", async () => {
    const { response } = await answering({
      headers: {
        "x-a": "single",
        "X-Number": 5,
        "X-Bool": false,
        "content-type": "text/plain",
        Date: "d",
        "www-authenticate": "w",
      },
      multiValueHeaders: { "X-A": ["1", true] },
    });
    expect(response.headers.filter(([name]) => !/^x-amz|^X-Amzn-T/.test(name))).toEqual([
      ["X-A", "1"],
      ["X-A", "true"],
      ["X-A", "single"],
      ["X-Number", "5"],
      ["X-Bool", "false"],
      ["content-type", "text/plain"],
    ]);
    expect(response.headers).toContainEqual(["x-amzn-Remapped-Date", "d"]);
    expect(response.headers).toContainEqual(["x-amzn-Remapped-www-authenticate", "w"]);
  });

  it.each<[readonly string[], string, string]>([
    [[], "image/png", "/wA="],
    [["image/png"], "image/png", "bytes"],
    [["image/png"], "text/plain", "/wA="],
    [["*/*"], "text/plain", "bytes"],
  ])("in Base64 with binaryMediaTypes %j and Accept %s is %s", async (binaryMediaTypes, accept, expected) => {
    const { response } = await answering({ body: "/wA=", isBase64Encoded: true }, { binaryMediaTypes }, accept);
    const bytes = expected === "bytes" ? Uint8Array.of(255, 0) : new TextEncoder().encode(expected);
    expect(response.body).toEqual(bytes);
  });
});
