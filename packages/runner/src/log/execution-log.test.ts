import type { ContentHandling } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { backendOf, FUNCTION_URI, functionOf } from "../testing/backends.js";
import { apiWith, integration, request, route } from "../testing/definitions.js";
import { logTexts } from "../testing/log-texts.js";
import { javaMap, truncated } from "./java-map.js";

describe("the execution log", () => {
  it("of a function has the lines of the console's TEST, dates included", async () => {
    let time = Date.UTC(2025, 2, 7, 3, 4, 5);
    const definition = apiWith(
      route({ path: "/foo", integration: integration({ type: "AWS", uri: FUNCTION_URI, httpMethod: "POST" }) }),
    );
    const gateway = createGateway(definition, {
      backends: [functionOf({ a: 1 })],
      clock: () => (time += 1),
      random: () => 0,
    });
    const sent = request("GET", "/foo?q=v&q=w", { headers: { "content-type": "application/json" }, body: '{"x": 1}' });
    const { log, requestId } = await gateway.invoke({ ...sent, testInvoke: true });
    expect(requestId).toBe("00000000-0000-4000-8000-000000000000");
    const url =
      "https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations";
    const at = (text: string) => `Fri Mar 07 03:04:05 UTC 2025 : ${text}`;
    const trace = "Root=1-67ca6225-000000000000000000000000";
    expect(log).toEqual([
      `Execution log for request ${requestId}`,
      at(`Starting execution for request: ${requestId}`),
      at("HTTP Method: GET, Resource Path: /foo"),
      at("Method request path: {}"),
      at("Method request query string: {q=v,w}"),
      at("Method request headers: {content-type=application/json}"),
      at('Method request body before transformations: {"x": 1}'),
      at(`Endpoint request URI: ${url}`),
      at(
        `Endpoint request headers: {x-amzn-lambda-integration-tag=${requestId}, x-amzn-apigateway-api-id=abcde12345, ` +
          `Accept=application/json, User-Agent=AmazonAPIGateway_abcde12345, X-Amzn-Trace-Id=${trace}}`,
      ),
      at('Endpoint request body after transformations: {"x": 1}'),
      at(`Sending request to ${url}`),
      at("Received response. Status: 200, Integration latency: 1 ms"),
      at(
        "Endpoint response headers: {Date=Fri, 07 Mar 2025 03:04:05 GMT, Content-Type=application/json, Content-Length=7, " +
          `Connection=keep-alive, x-amzn-RequestId=${requestId}, x-amzn-Remapped-Content-Length=0, ` +
          `X-Amz-Executed-Version=$LATEST, X-Amzn-Trace-Id=${trace}}`,
      ),
      at('Endpoint response body before transformations: {"a":1}'),
      at('Method response body after transformations: {"a":1}'),
      at(`Method response headers: {X-Amzn-Trace-Id=${trace}, Content-Type=application/json}`),
      at("Successfully completed execution"),
      at("Method completed with status: 200"),
    ]);
  });
});

describe("a binary payload in the log", () => {
  const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
  const binary = "[Binary Data]";
  const base64 = "iVBORw==";

  async function bodies(type: "HTTP" | "HTTP_PROXY", handling?: ContentHandling, accept = "image/png", body = bytes) {
    const parts = { type, uri: "https://backend.example.com/", httpMethod: "POST" } as const;
    const declared = integration({ ...parts, ...(handling && { contentHandling: handling }) });
    const definition = { ...apiWith(route({ integration: declared })), binaryMediaTypes: ["image/png"] };
    const answer = { headers: [["Content-Type", "image/png"]], body: bytes } as const;
    const gateway = createGateway(definition, { backends: [backendOf(() => answer)] });
    const invocation = await gateway.invoke(
      request("POST", "/", { headers: { "Content-Type": "image/png", Accept: accept }, body }),
    );
    return logTexts(invocation).flatMap((line) => /(?:before|after) transformations: (.*)/s.exec(line)?.[1] ?? []);
  }

  it("is not printed, but for what has become text", async () => {
    expect(await bodies("HTTP")).toEqual([binary, binary, binary, binary]);
    expect(await bodies("HTTP_PROXY")).toEqual([binary, binary, binary, binary]);
    expect(await bodies("HTTP", "CONVERT_TO_TEXT")).toEqual([binary, base64, binary, binary]);
    expect(await bodies("HTTP", undefined, "text/plain")).toEqual([binary, binary, binary, base64]);
    expect(await bodies("HTTP", undefined, "image/png", new Uint8Array())).toEqual(["", "", binary, binary]);
  });

  it("of a function behind AWS_PROXY is what the client gets", async () => {
    const proxy = integration({ type: "AWS_PROXY", uri: FUNCTION_URI, httpMethod: "POST" });
    const gateway = createGateway(
      { ...apiWith(route({ integration: proxy })), binaryMediaTypes: ["image/png"] },
      { backends: [functionOf({ body: base64, isBase64Encoded: true })] },
    );
    const log = logTexts(await gateway.invoke(request("GET", "/", { headers: { Accept: "image/png" } })));
    expect(log).toContain(`Method response body after transformations: ${binary}`);
  });
});

describe("a value in the log", () => {
  it("is printed as a Java map, names that come twice together", () => {
    expect(javaMap([])).toBe("{}");
    expect(
      javaMap([
        ["a", "1"],
        ["b", ""],
        ["a", "2"],
      ]),
    ).toBe("{a=1,2, b=}");
  });

  it("is cut after 998 characters", () => {
    expect(truncated("x".repeat(998))).toBe("x".repeat(998));
    expect(truncated("x".repeat(999))).toBe(`${"x".repeat(998)} [TRUNCATED]`);
    expect(javaMap([["a", "x".repeat(2000)]])).toBe(`{a=${"x".repeat(995)} [TRUNCATED]`);
  });
});
