import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const TEMPLATE = `{ "count": $input.path('$.count'), "tenant": "$util.escapeJavaScript($input.params('x-tenant')).replaceAll("\\\\'", "'")" }`;

const openApi = `openapi: 3.0.1
info: { title: api, version: "1" }
x-amazon-apigateway-request-validators: { body: { validateRequestBody: true, validateRequestParameters: false } }
paths:
  /orders:
    post:
      x-amazon-apigateway-request-validator: body
      parameters: [{ name: X-Tenant, in: header, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: https://example.com/orders
        requestTemplates:
          application/json: |
            ${TEMPLATE}
        responses: { default: { statusCode: "200" } }
components:
  schemas:
    Order: { type: object, required: [count], properties: { count: { type: integer } } }
`;

const cloudFormation = `Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: api } }
  Orders:
    Type: AWS::ApiGateway::Resource
    Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders }
  Order:
    Type: AWS::ApiGateway::Model
    Properties:
      RestApiId: !Ref Api
      Schema: { type: object, required: [count], properties: { count: { type: integer } } }
  Validator:
    Type: AWS::ApiGateway::RequestValidator
    Properties: { RestApiId: !Ref Api, ValidateRequestBody: true }
  Post:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Orders
      HttpMethod: POST
      AuthorizationType: NONE
      RequestValidatorId: !Ref Validator
      RequestModels: { application/json: !Ref Order }
      RequestParameters: { method.request.header.X-Tenant: true }
      MethodResponses: [{ StatusCode: "200" }]
      Integration:
        Type: HTTP
        IntegrationHttpMethod: POST
        Uri: https://example.com/orders
        RequestTemplates:
          application/json: |
            ${TEMPLATE}
        IntegrationResponses: [{ StatusCode: "200" }]
`;

const serverless = `service: api
provider: { name: aws }
functions:
  post:
    handler: post.handler
    events:
      - http:
          path: orders
          method: post
          integration: http
          request:
            uri: https://example.com/orders
            parameters: { headers: { X-Tenant: true } }
            schemas: { application/json: { type: object, required: [count], properties: { count: { type: integer } } } }
            template:
              application/json: |
                ${TEMPLATE}
          response: { statusCodes: { 200: { pattern: "" } } }
`;

const methods = `resource "aws_api_gateway_rest_api" "api" { name = "api" }
resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "orders"
}
resource "aws_api_gateway_model" "order" {
  rest_api_id  = aws_api_gateway_rest_api.api.id
  name         = "Order"
  content_type = "application/json"
  schema       = jsonencode({ type = "object", required = ["count"], properties = { count = { type = "integer" } } })
}
resource "aws_api_gateway_request_validator" "body" {
  rest_api_id           = aws_api_gateway_rest_api.api.id
  name                  = "body"
  validate_request_body = true
}
resource "aws_api_gateway_method" "post" {
  rest_api_id          = aws_api_gateway_rest_api.api.id
  resource_id          = aws_api_gateway_resource.orders.id
  http_method          = "POST"
  authorization        = "NONE"
  request_validator_id = aws_api_gateway_request_validator.body.id
  request_models       = { "application/json" = aws_api_gateway_model.order.name }
  request_parameters   = { "method.request.header.X-Tenant" = true }
}
resource "aws_api_gateway_method_response" "ok" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.orders.id
  http_method = aws_api_gateway_method.post.http_method
  status_code = "200"
}
`;

const integrations = (template: string): string => `resource "aws_api_gateway_integration" "post" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_resource.orders.id
  http_method             = aws_api_gateway_method.post.http_method
  type                    = "HTTP"
  integration_http_method = "POST"
  uri                     = "https://example.com/orders"
  request_templates       = { "application/json" = ${template} }
}
resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.orders.id
  http_method = aws_api_gateway_method.post.http_method
  status_code = "200"
}
`;

const heredoc = `<<-VTL
  ${TEMPLATE}
VTL
`;

/** The same API in every format that the runner reads. */
const SPELLINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  OpenAPI: { "api.yaml": openApi },
  CloudFormation: { "template.yaml": cloudFormation },
  "a SAM template with a DefinitionUri": {
    "template.yaml": "Resources: { Api: { Type: AWS::Serverless::Api, Properties: { DefinitionUri: api.yaml } } }",
    "api.yaml": openApi,
  },
  Serverless: { "serverless.yml": serverless },
  "one Terraform file": { "main.tf": methods + integrations(heredoc) },
  "two Terraform files": { "main.tf": methods, "integrations.tf": integrations(heredoc) },
  "a template among the locals of a third": {
    "main.tf": methods,
    "integrations.tf": integrations("local.order"),
    "locals.tf": `locals {\n  order = ${heredoc}}\n`,
  },
  "Terraform with an OpenAPI body in a file": {
    "main.tf": `resource "aws_api_gateway_rest_api" "api" { body = file("api.yaml") }`,
    "api.yaml": openApi,
  },
};

describe.each(Object.entries(SPELLINGS))("one API as %s", (_, files) => {
  const json = async (...args: readonly string[]) =>
    JSON.parse((await vtl([...args, "--format", "json"], { files })).stdout);

  it("has one template, of one method", async () => {
    const { templates } = await json("templates");
    expect(templates).toMatchObject([
      { facts: { httpMethod: "POST", path: "/orders", contentType: "application/json" } },
    ]);
  });

  it("is proved, by the model of its body, and has the same findings", async () => {
    const report: Report = await json("lint", "--prove");
    const rules = report.files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    expect(rules).toEqual(["header-case"]);
    expect(report.files.flatMap(({ proofs }) => proofs.map(({ status }) => status))).toEqual(["proved"]);
  });
});

interface Report {
  readonly files: readonly {
    readonly messages: readonly { readonly ruleId: string }[];
    readonly proofs: readonly { readonly status: string }[];
  }[];
}
