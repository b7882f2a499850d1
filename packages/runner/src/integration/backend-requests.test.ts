import type { Integration } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { backendOf, echoBackend, FUNCTION_URI, functionOf, recordingBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { logTexts } from "../testing/log-texts.js";
import type { Backend } from "./backend.js";

const http: Partial<Integration> = { type: "HTTP", uri: "https://backend.example.com/", httpMethod: "POST" };

async function sent(parts: Partial<Integration>, client = request("POST", "/?q=1", { body: "{}" })) {
  const { backend, sent } = recordingBackend(parts.type === "AWS" ? functionOf({}) : echoBackend);
  await createGateway(apiWith(route({ integration: integration(parts) })), { backends: [backend] }).invoke(client);
  return sent[0];
}

describe("the target of", () => {
  it.each<[uri: string, httpMethod: string | undefined, target: object]>([
    ["https://h.example.com/a?b=c", "PUT", { kind: "http", method: "PUT", url: "https://h.example.com/a?b=c" }],
    ["https://h.example.com/a", "ANY", { kind: "http", method: "POST", url: "https://h.example.com/a" }],
    ["https://h.example.com/a", undefined, { kind: "http", method: "POST", url: "https://h.example.com/a" }],
    [
      FUNCTION_URI,
      "POST",
      {
        kind: "lambda",
        functionArn: "arn:aws:lambda:us-east-1:123456789012:function:f",
        asynchronous: false,
        url: "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations",
      },
    ],
    [
      "arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem",
      "POST",
      {
        kind: "aws",
        service: "dynamodb",
        region: "eu-west-1",
        action: "PutItem",
        method: "POST",
        url: "https://dynamodb.eu-west-1.amazonaws.com/",
      },
    ],
    [
      "arn:aws:apigateway:eu-west-1:sqs:path/123456789012/queue",
      "POST",
      {
        kind: "aws",
        service: "sqs",
        region: "eu-west-1",
        method: "POST",
        url: "https://sqs.eu-west-1.amazonaws.com/123456789012/queue",
      },
    ],
    [
      "arn:aws:apigateway:eu-west-1:batch:path//v1/submitjob",
      "POST",
      {
        kind: "aws",
        service: "batch",
        region: "eu-west-1",
        method: "POST",
        url: "https://batch.eu-west-1.amazonaws.com/v1/submitjob",
      },
    ],
    [
      "arn:aws:apigateway:eu-west-1:sns:path//",
      "POST",
      { kind: "aws", service: "sns", region: "eu-west-1", method: "POST", url: "https://sns.eu-west-1.amazonaws.com/" },
    ],
    [
      FUNCTION_URI.replace("path/", "path//"),
      "POST",
      {
        kind: "lambda",
        functionArn: "arn:aws:lambda:us-east-1:123456789012:function:f",
        asynchronous: false,
        url: "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations",
      },
    ],
    [
      "arn:aws:apigateway:eu-west-1:sns:action/Publish&Version=2010-03-31",
      "GET",
      {
        kind: "aws",
        service: "sns",
        region: "eu-west-1",
        action: "Publish",
        method: "GET",
        url: "https://sns.eu-west-1.amazonaws.com/?Version=2010-03-31",
      },
    ],
    [
      "arn:aws:apigateway:eu-west-1:abc.appsync-api:path/graphql",
      "POST",
      {
        kind: "aws",
        service: "appsync-api",
        region: "eu-west-1",
        method: "POST",
        url: "https://abc.appsync-api.eu-west-1.amazonaws.com/graphql",
      },
    ],
  ])("%s with the method %s", async (uri, httpMethod, target) => {
    const type = uri.startsWith("arn:") ? "AWS" : "HTTP";
    expect((await sent({ type, uri, ...(httpMethod !== undefined && { httpMethod }) }))?.target).toEqual(target);
  });

  it("a function that is called asynchronously", async () => {
    const requestParameters = { "integration.request.header.X-Amz-Invocation-Type": "'Event'" };
    const parts = { type: "AWS", uri: FUNCTION_URI, httpMethod: "POST", requestParameters } as const;
    expect((await sent(parts))?.target).toMatchObject({ asynchronous: true });
  });
});

describe("a backend gets", () => {
  it("the service's headers, and none of the client's but its type", async () => {
    const client = request("POST", "/", { headers: { "Content-Type": "text/x", "X-Own": "1", "User-Agent": "me" } });
    expect(Object.fromEntries((await sent(http, client))?.headers ?? [])).toEqual({
      Accept: "application/json",
      "User-Agent": "AmazonAPIGateway_abcde12345",
      "X-Amzn-Apigateway-Api-Id": "abcde12345",
      "X-Amzn-Trace-Id": expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      "Content-Type": "text/x",
    });
  });

  it("of a proxy the client's headers too, and mapped ones in their place", async () => {
    const client = request("POST", "/?q=1", {
      headers: {
        Host: "api",
        "Content-Encoding": "br",
        "X-Own": "1",
        "x-mapped": "client",
        "User-Agent": "me",
        TE: "x",
      },
    });
    const requestParameters = {
      "integration.request.header.X-Mapped": "'mapped'",
      "integration.request.querystring.q": "'2'",
    };
    const got = await sent({ ...http, type: "HTTP_PROXY", requestParameters }, client);
    const headers = Object.fromEntries(got?.headers ?? []);
    expect(headers).toMatchObject({ "X-Own": "1", "X-Mapped": "mapped", "User-Agent": "me" });
    for (const name of ["Host", "Content-Encoding", "TE", "x-mapped"]) expect(headers).not.toHaveProperty(name);
    expect(got?.target.url).toBe("https://backend.example.com/?q=1&q=2");
  });

  it.each(["GET", "HEAD", "OPTIONS"])("no body with %s", async (httpMethod) => {
    expect((await sent({ ...http, httpMethod }))?.body).toHaveLength(0);
  });
});

describe("when", () => {
  const invoke = (backends: readonly Backend[], timeoutInMillis = 50, signal?: AbortSignal) =>
    createGateway(apiWith(route({ integration: integration({ ...http, timeoutInMillis }) })), { backends }).invoke(
      request("POST", "/"),
      signal,
    );
  const silent: Backend = { send: () => new Promise(() => {}) };

  it("a backend is not for the request, the next one is asked", async () => {
    const other: Backend = { send: async () => undefined };
    expect((await invoke([other, backendOf(() => ({ body: "second" })), echoBackend])).response.status).toBe(200);
  });

  it("a backend gives no answer in time: 504", async () => {
    const invocation = await invoke([silent]);
    expect(invocation.response.status).toBe(504);
    expect(textOfResponse(invocation)).toBe('{"message": "Endpoint request timed out"}');
    expect(logTexts(invocation)).toContain("Execution failed due to a timeout error");
  });

  it("the caller gives up: 504, and the backend is told", async () => {
    let told = false;
    const controller = new AbortController();
    const listening: Backend = {
      send: (_, signal) => {
        signal.addEventListener("abort", () => (told = true));
        setImmediate(() => controller.abort());
        return new Promise(() => {});
      },
    };
    const running = invoke([listening], 29_000, controller.signal);
    expect([(await running).response.status, told]).toEqual([504, true]);
    expect((await invoke([silent], 29_000, AbortSignal.abort())).response.status).toBe(504);
  });

  it.each<[string, Backend]>([
    ["cannot be reached", { send: async () => ({ kind: "failure", message: "ECONNREFUSED" }) }],
    ["rejects", { send: () => Promise.reject(new Error("ECONNREFUSED")) }],
    [
      "throws",
      {
        send: () => {
          throw new Error("ECONNREFUSED");
        },
      },
    ],
  ])("a backend %s: 504", async (_, backend) => {
    const invocation = await invoke([backend]);
    expect(invocation.response.status).toBe(504);
    expect(textOfResponse(invocation)).toBe('{"message": "Network error communicating with endpoint"}');
    expect(invocation.log.join("\n")).toContain("ECONNREFUSED");
  });

  it.each([0, 99, 600, 200.5, Number.NaN])("a backend answers with the status %s: 504", async (status) => {
    expect((await invoke([backendOf(() => ({ status }))])).response.status).toBe(504);
  });

  it("a backend answers with more than 10 MB: 500", async () => {
    const invocation = await invoke([backendOf(() => ({ body: new Uint8Array(10 * 1024 * 1024 + 1) }))]);
    expect(invocation.response.status).toBe(500);
    expect(logTexts(invocation)).toContain(
      "Execution failed due to configuration error: Integration response of reported length 10485761 is larger than allowed maximum of 10485760 bytes.",
    );
  });

  it("no backend answers at all: 504, and the log says so", async () => {
    const invocation = await invoke([]);
    expect(invocation.response.status).toBe(504);
    expect(invocation.log.join("\n")).toContain("No backend answers for https://backend.example.com/");
  });

  it("the method has no integration: 500", async () => {
    const { integration: _, ...bare } = route();
    expect((await createGateway(apiWith(bare)).invoke(request("GET", "/"))).response.status).toBe(500);
  });
});
