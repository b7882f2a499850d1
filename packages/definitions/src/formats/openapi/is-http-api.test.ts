import { expect, test } from "vitest";
import { findTemplates } from "../../find-templates.js";

const typeOf = async (integration: string, rest = "") => {
  const text = `openapi: 3.0.1
paths:
  /orders:
    post:
      x-amazon-apigateway-integration: { ${integration}, requestTemplates: { application/json: "{}" } }
${rest}`;
  return (await findTemplates({ path: "api.yaml", text })).templates.map(({ facts }) => facts.apiType);
};

const CORS = "x-amazon-apigateway-cors: { allowOrigins: ['*'] }";

test.each([
  ["type: aws_proxy", "", "REST"],
  ["type: aws_proxy", CORS, "HTTP"],
  ["type: AWS_PROXY, payloadFormatVersion: '2.0'", "", "HTTP"],
  ["type: aws", CORS, "REST"],
  ["type: mock, payloadFormatVersion: '1.0'", "", "REST"],
])("%s %s: %s", async (integration, rest, type) => {
  expect(await typeOf(integration, rest)).toEqual([type]);
});
