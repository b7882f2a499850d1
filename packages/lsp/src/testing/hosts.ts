import { stringify } from "yaml";

/** A file that holds a template. */
export interface HostFile {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

const openApi = (template: string): unknown => ({
  openapi: "3.0.1",
  paths: {
    "/orders/{id}": {
      post: {
        parameters: [
          { name: "id", in: "path", required: true },
          { name: "X-Trace", in: "header" },
          { name: "limit", in: "query" },
        ],
        "x-amazon-apigateway-integration": {
          type: "aws",
          httpMethod: "POST",
          uri: "arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem",
          requestTemplates: { "application/json": template },
        },
      },
    },
  },
});

/** How each kind of host holds a template, for the tests that every feature has to pass in all of them. */
export const HOSTS = {
  "a .vtl file": (template: string): HostFile => ({ name: "put.vtl", languageId: "vtl", text: template }),
  "OpenAPI in YAML": (template: string): HostFile => ({
    name: "api.yaml",
    languageId: "yaml",
    text: stringify(openApi(template), { blockQuote: "literal", lineWidth: 0 }),
  }),
  "OpenAPI in JSON": (template: string): HostFile => ({
    name: "api.json",
    languageId: "json",
    text: JSON.stringify(openApi(template), null, 2),
  }),
  SAM: (template: string): HostFile => ({
    name: "template.yaml",
    languageId: "yaml",
    text: `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: POST
      Integration:
        Type: AWS
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:dynamodb:action/PutItem
        RequestTemplates:
          application/json: |-
${indent(template, "            ")}
`,
  }),
  "serverless.yml": (template: string): HostFile => ({
    name: "serverless.yml",
    languageId: "yaml",
    text: `service: orders
provider:
  name: aws
functions:
  put:
    handler: put.handler
    events:
      - http:
          path: orders
          method: post
          integration: lambda
          request:
            template:
              application/json: |-
${indent(template, "                ")}
`,
  }),
  Terraform: (template: string): HostFile => ({
    name: "main.tf",
    languageId: "terraform",
    text: `resource "aws_api_gateway_integration" "put" {
  http_method = "POST"
  type        = "AWS"
  request_templates = {
    "application/json" = <<EOF
${template.replace(/[$%](?=\{)/g, "$&$&")}
EOF
  }
}
`,
  }),
  "CDK in TypeScript": (template: string): HostFile => ({
    name: "stack.ts",
    languageId: "typescript",
    text: `import { AwsIntegration } from "aws-cdk-lib/aws-apigateway";
export const put = new AwsIntegration({
  service: "dynamodb",
  action: "PutItem",
  options: {
    requestTemplates: { "application/json": \`${template.replace(/[\\`]|\$\{/g, "\\$&")}\` },
  },
});
`,
  }),
  "CDK in Python": (template: string): HostFile => ({
    name: "stack.py",
    languageId: "python",
    text: `from aws_cdk import aws_apigateway as apigateway

put = apigateway.AwsIntegration(
    service="dynamodb",
    action="PutItem",
    options=apigateway.IntegrationOptions(
        request_templates={"application/json": """${template.replace(/["\\]/g, "\\$&")}"""},
    ),
)
`,
  }),
} as const;

export type HostName = keyof typeof HOSTS;

export const hostNames = Object.keys(HOSTS) as HostName[];
