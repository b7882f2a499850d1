import { expect, it } from "vitest";
import { checkPaths, messagesOf } from "../../testing/check-rule.js";
import { undeclaredParameter } from "./rule.js";

const requestParameters = [
  { location: "path", name: "id", required: true },
  { location: "header", name: "X-Tenant", required: false },
  { location: "querystring", name: "q", required: false },
] as const;
const found = (source: string, method: Parameters<typeof messagesOf>[2] = {}) =>
  messagesOf(
    undeclaredParameter,
    { requestParameters: { "integration.request.header.X": source } },
    { requestParameters, ...method },
  ).length;

it("finds parameters that the method does not declare, or elsewhere", () => {
  expect(found("method.request.path.page")).toBe(1);
  expect(found("method.request.header.X-Other")).toBe(1);
  expect(found("method.request.querystring.id")).toBe(1);
  expect(found("method.request.multivalueheader.X-Other")).toBe(1);
});

it("accepts what is declared, other sources, and methods of which something is not known", () => {
  expect(found("method.request.path.id")).toBe(0);
  expect(found("method.request.header.x-tenant")).toBe(0);
  expect(found("method.request.multivaluequerystring.q")).toBe(0);
  expect(found("method.request.body.id")).toBe(0);
  expect(found("context.requestId")).toBe(0);
  expect(found("method.request.header.<Name>")).toBe(0);
  expect(found("method.request.path.page", { declaresMore: true })).toBe(0);
});

it("stands at the mapping, and knows what the path and a reference declare", async () => {
  const paths = `/a/{id}:
  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
  get:
    responses: {"200": {description: ok}}
    x-amazon-apigateway-integration:
      type: http_proxy
      uri: https://example.com/{id}
      requestParameters:
        integration.request.path.id: method.request.path.id
        integration.request.querystring.q: method.request.querystring.q`;
  const found = await checkPaths(undeclaredParameter, paths);
  expect(found.map(({ at }) => at)).toEqual(["method.request.querystring.q"]);
  const unknown = paths.replace("responses:", 'parameters: [{$ref: "elsewhere.yaml#/q"}]\n    responses:');
  expect(await checkPaths(undeclaredParameter, unknown)).toEqual([]);
});

it("knows that the import of a document declares the parameters of the path, but not that of a greedy one", async () => {
  const pathOf = (path: string, name: string) => `${path}:
  options:
    responses: {"200": {description: ok}}
    x-amazon-apigateway-integration:
      type: http_proxy
      uri: https://example.com/{${name}}
      requestParameters:
        integration.request.path.${name}: method.request.path.${name}`;
  expect(await checkPaths(undeclaredParameter, pathOf("/orders/{order}/lines", "order"))).toEqual([]);
  expect(await checkPaths(undeclaredParameter, pathOf("/orders/{proxy+}", "proxy"))).toHaveLength(1);
  expect(await checkPaths(undeclaredParameter, pathOf("/orders/{order}", "line"))).toHaveLength(1);
});
