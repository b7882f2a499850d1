import { expect, it } from "vitest";
import { checkPaths, messagesOf } from "../../testing/check-rule.js";
import { missingMethodResponse } from "./rule.js";

const methodResponses = [{ statusCode: "200", headers: ["Location"] }];
const found = (statusCode: string, responseParameters = {}, method: Parameters<typeof messagesOf>[2] = {}) =>
  messagesOf(
    missingMethodResponse,
    { responses: [{ statusCode, responseParameters, responseTemplates: [] }] },
    { methodResponses, ...method },
  ).length;

it("finds statuses and headers that are not declared", () => {
  expect(found("404")).toBe(1);
  expect(found("200", { "method.response.header.X-Id": "'1'", "method.response.header.location": "'/'" })).toBe(1);
});

it("accepts what is declared, and methods of which something is not known", () => {
  expect(found("200")).toBe(0);
  expect(found("404", {}, { methodResponses: [] })).toBe(0);
  expect(found("404", {}, { declaresMore: true })).toBe(0);
  expect(found("404", {}, { methodResponses: [{ statusCode: "<Status>", headers: [] }] })).toBe(0);
});

it("says nothing of a second default, which is never chosen", () => {
  const responses = ["200", "400"].map((statusCode) => ({ statusCode, responseParameters: {}, responseTemplates: [] }));
  expect(messagesOf(missingMethodResponse, { responses }, { methodResponses })).toEqual([]);
});

it("stands at the mapping of the header", async () => {
  const paths = `/a:
  options:
    responses: {"200": {description: ok}}
    x-amazon-apigateway-integration:
      type: mock
      responses:
        default:
          statusCode: "200"
          responseParameters:
            method.response.header.Access-Control-Allow-Origin: "'*'"
        "404":
          statusCode: "404"`;
  const found = await checkPaths(missingMethodResponse, paths);
  expect(found.map(({ at }) => at)).toEqual([`"'*'"`, `statusCode: "404"`]);
});
