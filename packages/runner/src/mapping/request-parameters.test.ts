import type { Integration } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { echoBackend, recordingBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";

/** Spec 6.6: request-response-data-mappings, and what LocalStack has checked on AWS. */

const URI = "https://backend.example.com/";
/** A name twice, and headers that differ in case. */
const HEADERS = [
  ["X-A", "first"],
  ["X-A", "last"],
  ["x-a", "other"],
  ["Content-Type", "application/json"],
] as const;

async function send(parts: Partial<Integration>, body = '{"name": "rex", "tags": ["a", 1], "n": null}') {
  const { backend, sent } = recordingBackend(echoBackend);
  const definition = {
    ...apiWith(
      route({ path: "/pets/{id}", integration: integration({ type: "HTTP", uri: URI, httpMethod: "POST", ...parts }) }),
    ),
    stageVariables: { color: "blue", host: "backend.example.com", empty: "" },
  };
  const invocation = await createGateway(definition, { backends: [backend] }).invoke({
    ...request("POST", "/pets/a%2Fb?q=1&q=2&e=&s=x%20y", { body }),
    headers: HEADERS,
  });
  return { invocation, url: sent[0]?.target.url, headers: sent[0]?.headers ?? [] };
}

describe("the source of a mapping", () => {
  it.each<[source: string, values: readonly string[]]>([
    ["'static'", ["static"]],
    ["''", [""]],
    ["'it''s'", ["it''s"]],
    ["method.request.path.id", ["a%2Fb"]],
    ["method.request.path.other", []],
    ["method.request.querystring.q", ["2"]],
    ["method.request.querystring.e", [""]],
    ["method.request.querystring.s", ["x y"]],
    ["method.request.querystring.Q", []],
    ["method.request.multivaluequerystring.q", ["1", "2"]],
    ["method.request.header.X-A", ["last"]],
    ["method.request.header.x-a", ["other"]],
    ["method.request.header.X-a", []],
    ["method.request.multivalueheader.X-A", ["first,last"]],
    ["method.request.body", ['{"name": "rex", "tags": ["a", 1], "n": null}']],
    ["method.request.body.name", ["rex"]],
    ["method.request.body.tags", ['["a",1]']],
    ["method.request.body.tags[1]", ["1"]],
    ["method.request.body.n", []],
    ["method.request.body.none.at.all", []],
    ["stageVariables.color", ["blue"]],
    ["stageVariables.none", []],
    ["stageVariables.constructor", []],
    ["context.httpMethod", ["POST"]],
    ["context.identity.sourceIp", ["127.0.0.1"]],
    ["context.identity.none", []],
    ["context.__proto__", []],
    ["method.request.nonsense.x", []],
    ["nonsense", []],
  ])("%s is %j", async (source, values) => {
    const { headers } = await send({ requestParameters: { "integration.request.header.X-Mapped": source } });
    expect(headers.filter(([name]) => name === "X-Mapped").map(([, value]) => value)).toEqual(values);
  });

  it.each<[body: string, status: number, value: string | undefined]>([
    ["", 200, "{}"],
    ["plain text", 200, "plain text"],
    ["{broken", 400, undefined],
    ["[1,", 400, undefined],
  ])("method.request.body of %j", async (body, status, value) => {
    const parts = { requestParameters: { "integration.request.header.X-Mapped": "method.request.body" } };
    const { invocation, headers } = await send(parts, body);
    expect(invocation.response.status).toBe(status);
    expect(headers.find(([name]) => name === "X-Mapped")?.[1]).toBe(value);
    if (status === 400) expect(textOfResponse(invocation)).toBe('{"message": "Invalid JSON in request body"}');
  });
});

describe("the URI", () => {
  it.each<[uri: string, mappings: Readonly<Record<string, string>>, url: string]>([
    ["https://backend.example.com/x", {}, "https://backend.example.com/x"],
    ["https://backend.example.com/{id}", {}, "https://backend.example.com/{id}"],
    [
      "https://backend.example.com/{pet}",
      { "path.pet": "method.request.path.id" },
      "https://backend.example.com/a%2Fb",
    ],
    [
      "https://backend.example.com/{p}",
      { "path.p": "'ü/ ?#%&='" },
      "https://backend.example.com/%C3%BC/%20%3F%23%25&=",
    ],
    ["https://${stageVariables.host}/${stageVariables.color}", {}, "https://backend.example.com/blue"],
    ["https://${stageVariables.host}/[${stageVariables.none}]", {}, "https://backend.example.com/[]"],
    ["https://backend.example.com/?a=1", { "querystring.b": "'2 3'" }, "https://backend.example.com/?a=1&b=2%203"],
    [
      "https://backend.example.com/",
      { "querystring.q": "method.request.multivaluequerystring.q" },
      "https://backend.example.com/?q=1&q=2",
    ],
    ["https://backend.example.com/", { "querystring.a&b": "'c=d'" }, "https://backend.example.com/?a%26b=c%3Dd"],
  ])("%s with %j is %s", async (uri, mappings, url) => {
    const requestParameters = Object.fromEntries(
      Object.entries(mappings).map(([target, source]) => [`integration.request.${target}`, source]),
    );
    expect((await send({ uri, requestParameters })).url).toBe(url);
  });

  it.each([
    "",
    "nowhere",
    "arn:aws:apigateway:us-east-1:lambda:path/x",
    "arn:aws:apigateway:<region>:sqs:path/x",
    "arn:aws:sns:us-east-1",
  ])("%j leads nowhere: 500", async (uri) => {
    const { invocation } = await send({ uri });
    expect(invocation.response.status).toBe(500);
    expect(invocation.log.join("\n")).toContain(
      "Execution failed due to configuration error: Invalid endpoint address",
    );
  });
});

describe("a header that the service sets itself", () => {
  const common = ["Content-Length", "transfer-encoding", "X-Amzn-Trace-Id", "X-Amzn-Apigateway-Api-Id"];
  const ofAws = ["Authorization", "Connection", "Expect", "Proxy-Authenticate", "TE"];
  const statusOf = async (type: "HTTP" | "AWS", name: string, source: string) => {
    const uri = type === "AWS" ? "arn:aws:apigateway:us-east-1:sqs:action/SendMessage" : URI;
    const requestParameters = { [`integration.request.header.${name}`]: source };
    return (await send({ type, uri, requestParameters })).invocation.response.status;
  };

  it.each(common)("%s cannot be mapped: 500", async (name) => {
    expect([await statusOf("HTTP", name, "'x'"), await statusOf("AWS", name, "'x'")]).toEqual([500, 500]);
  });

  it.each(ofAws)("%s cannot be mapped for AWS: 500", async (name) => {
    expect([await statusOf("HTTP", name, "'x'"), await statusOf("AWS", name, "'x'")]).toEqual([200, 500]);
  });

  it("may be mapped from what is missing, since nothing is mapped then", async () => {
    expect(await statusOf("HTTP", "Content-Length", "method.request.header.None")).toBe(200);
  });
});
