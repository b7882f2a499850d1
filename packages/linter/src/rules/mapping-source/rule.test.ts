import { expect, it } from "vitest";
import { checkPaths, messagesOf } from "../../testing/check-rule.js";
import { mappingSource } from "./rule.js";

/** The messages about mappings of a request and of its default response. */
function messagesFor(request: Record<string, string>, response: Record<string, string> = {}): readonly string[] {
  const responses = [{ statusCode: "200", responseParameters: response, responseTemplates: [] }];
  return messagesOf(mappingSource, { requestParameters: request, responses });
}

it("finds texts without quotes and $context with a dollar sign", () => {
  expect(messagesFor({ "integration.request.header.X-B": "plain" })).toEqual([expect.stringContaining("`'plain'`")]);
  expect(messagesFor({ "integration.request.header.X-C": "$context.requestId" })).toEqual([
    expect.stringContaining("`context.requestId`"),
  ]);
  expect(messagesFor({}, { "method.response.header.Access-Control-Allow-Origin": "*" })).toEqual([
    expect.stringContaining("`'*'`"),
  ]);
  expect(messagesFor({}, { "method.response.header.X": "$input.path('$.a')" })).toEqual([
    expect.stringContaining("no templates"),
  ]);
});

it("accepts numbers, as AWS Application Composer writes them", () => {
  expect(messagesFor({}, { "method.response.header.Access-Control-Max-Age": "5" })).toEqual([]);
});

it("finds sources of the other direction", () => {
  expect(messagesFor({ "integration.request.header.X": "integration.response.header.X" })).toHaveLength(1);
  expect(messagesFor({}, { "method.response.header.X": "method.request.header.X" })).toHaveLength(1);
});

it("accepts every source that there is, and what the host fills in", () => {
  const request = {
    "integration.request.path.a": "method.request.path.a",
    "integration.request.querystring.b": "method.request.multivaluequerystring.b",
    "integration.request.header.C": "method.request.multivalueheader.C",
    "integration.request.header.D": "method.request.body.user.id",
    "integration.request.header.E": "method.request.body",
    "integration.request.header.F": "stageVariables.f",
    "integration.request.header.G": "context.identity.sourceIp",
    "integration.request.header.H": "'application/json'",
    "integration.request.header.I": "<Header>",
  };
  const response = {
    "method.response.header.A": "integration.response.header.a",
    "method.response.header.B": "integration.response.body.items[0].id",
    "method.response.header.C": "''",
    "method.response.header.Content-Security-Policy": "'script-src 'self' 'unsafe-inline'; img-src 'self' data:'",
    "method.response.header.D": "context.requestId",
  };
  expect(messagesFor(request, response)).toEqual([]);
});

it("stands at the mapping, in an integration without a template", async () => {
  const paths = `/a:
  get:
    responses: {"200": {description: ok}}
    x-amazon-apigateway-integration:
      type: http
      uri: https://example.com
      requestParameters:
        integration.request.header.X: plain
      responses: {default: {statusCode: "200"}}`;
  expect(await checkPaths(mappingSource, paths)).toMatchObject([{ at: "plain" }]);
});
