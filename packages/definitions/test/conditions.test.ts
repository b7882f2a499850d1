import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { grammarHost } from "./grammar-host.js";

async function find(path: string, text: string) {
  const { templates } = await findTemplates({ path, text }, grammarHost);
  return templates.map(({ text: template, facts: { httpMethod, path: route, response, conditions } }) => ({
    template,
    route: `${httpMethod} ${route}`,
    ...(response?.statusCode !== undefined && { status: response.statusCode }),
    ...(conditions.length > 0 && { conditions }),
  }));
}

const body = (method: string, template: string) =>
  `{ openapi: 3.0.1, paths: { /a: { ${method}: { x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: "${template}" } } } } } }`;

describe("an API whose whole document depends on a condition", () => {
  it("has the templates of both in CloudFormation and SAM", async () => {
    for (const [type, key] of [
      ["AWS::ApiGateway::RestApi", "Body"],
      ["AWS::Serverless::Api", "DefinitionBody"],
    ] as const) {
      const text = `Resources:
  Api:
    Type: ${type}
    Properties:
      ${key}:
        Fn::If:
          - Wide
          - ${body("get", "1")}
          - ${body("put", "2")}
`;
      expect(await find("template.yaml", text)).toEqual([
        { template: "1", route: "GET /a", conditions: ["Wide"] },
        { template: "2", route: "PUT /a", conditions: ["not Wide"] },
      ]);
    }
  });

  it("has them in Terraform", async () => {
    const json = (method: string, template: string) =>
      `jsonencode({ openapi = "3.0.1", paths = { "/a" = { ${method} = { x-amazon-apigateway-integration = { type = "mock", requestTemplates = { "application/json" = "${template}" } } } } } })`;
    const text = `resource "aws_api_gateway_rest_api" "a" {
  body = var.wide ? ${json("get", "1")} : ${json("put", "2")}
}
`;
    expect(await find("main.tf", text)).toEqual([
      { template: "1", route: "GET /a", conditions: ["var.wide"] },
      { template: "2", route: "PUT /a", conditions: ["not (var.wide)"] },
    ]);
  });
});

describe("a response of Terraform without its integration", () => {
  it("has the path and method that it names", async () => {
    const text = `resource "aws_api_gateway_rest_api" "a" { name = "a" }
resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  parent_id   = aws_api_gateway_rest_api.a.root_resource_id
  path_part   = "orders"
}
resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id        = aws_api_gateway_rest_api.a.id
  resource_id        = aws_api_gateway_resource.orders.id
  http_method        = "POST"
  status_code        = "201"
  response_templates = { "application/json" = "{}" }
}
`;
    expect(await find("main.tf", text)).toEqual([{ template: "{}", route: "POST /orders", status: "201" }]);
  });
});

describe("a service of the Serverless framework that is a program", () => {
  it("has the templates of its events, and what surrounds them", async () => {
    const text = `const config = { service: "s", provider: { name: "aws" }, functions: { a: { handler: "a.b", events: [{ http: {
  method: "post", path: "a", integration: "lambda",
  request: { template: { "application/json": \`{"id": "$input.params('id')"}\` } },
  response: { template: "$input.path('$')", statusCodes: { 201: { pattern: "", template: "done" } } },
} }] } },
resources: { Resources: { M: { Type: "AWS::ApiGateway::Method", Properties: {
  HttpMethod: "GET", Integration: { Type: "MOCK", RequestTemplates: { "application/json": "{}" } } } } } } };
module.exports = config;
`;
    expect(await find("serverless.ts", text)).toEqual([
      { template: `{"id": "$input.params('id')"}`, route: "POST /a" },
      { template: "$input.path('$')", route: "POST /a", status: "201" },
      { template: "done", route: "POST /a", status: "201" },
      { template: "{}", route: "GET undefined" },
    ]);
  });

  it("may have its functions in files of their own", async () => {
    const text = `import schema from "./schema";
export default {
  handler: \`\${handlerPath(__dirname)}/handler.main\`,
  events: [{ http: { method: "put", path: "orders/{id}", integration: "lambda",
    request: { schemas: { "application/json": schema }, template: { "application/json": "$input.body" } },
    response: { statusCodes: { 202: { pattern: "" , template: { "text/plain": "taken" } } } } } }],
};
`;
    expect(await find("src/functions/put/index.ts", text)).toEqual([
      { template: "$input.body", route: "PUT /orders/{id}" },
      { template: "taken", route: "PUT /orders/{id}", status: "202" },
    ]);
  });

  it("is not every object with a handler and events", async () => {
    const text = `new Function(this, "f", { handler: "a.b", events: [new SqsEventSource(queue)], integration: "lambda" });\n`;
    expect(await find("stack.ts", text)).toEqual([]);
  });
});

describe("YAML that is indented by tabs", () => {
  it("is read, with what is wrong", async () => {
    const text =
      'openapi: 3.0.1\npaths:\n\t/x:\n\t  post:\n\t    x-amazon-apigateway-integration:\n\t      requestTemplates:\n\t        application/json: "{a}"\n';
    const { templates, diagnostics } = await findTemplates({ path: "api.yaml", text }, grammarHost);
    expect(templates.map(({ text: template, facts }) => [template, facts.httpMethod, facts.path])).toEqual([
      ["{a}", "POST", "/x"],
    ]);
    expect(diagnostics).toMatchObject([{ code: "host-syntax", message: expect.stringContaining("Tabs"), start: 22 }]);
  });
});
