import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

const OPENAPI = `openapi: 3.0.1
info: { title: items, version: "1" }
paths:
  /a:
    get:
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses: { default: { statusCode: "200", responseTemplates: { application/json: 'hello' } } }`;
const SAM = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      DefinitionBody:
${OPENAPI.replaceAll(/^/gm, "        ")}`;
const INCLUDING = `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: dev, DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } } }`;
const SERVERLESS = "service: s\nprovider: { name: aws }\nfunctions: { f: { handler: a.b, events: [http: GET /a] } }";
const TERRAFORM = `resource "aws_api_gateway_rest_api" "api" {\n  name = "n"\n  body = file("\${path.module}/api.json")\n}`;

describe("the API that is not named", () => {
  it.each([
    ["template.yaml", { "template.yaml": SAM }],
    ["openapi.yaml", { "openapi.yaml": OPENAPI }],
    ["swagger.yml", { "swagger.yml": OPENAPI }],
    ["api.yaml", { "api.yaml": OPENAPI, "template.yaml": "Resources: { T: { Type: AWS::SQS::Queue } }" }],
    ["serverless.yml", { "serverless.yml": SERVERLESS }],
    ["template.yaml", { "template.yaml": INCLUDING, "api.yaml": OPENAPI }],
    [".", { "main.tf": TERRAFORM.replace("api.json", "openapi.yaml"), "openapi.yaml": OPENAPI }],
    ["infra", { "infra/main.tf": TERRAFORM, "infra/api.json": "{}", "web/main.tf": 'resource "aws_s3_bucket" "b" {}' }],
  ])("is %s", async (name, files) => {
    const { stderr } = await vtl(["invoke", "GET", "/a"], { files });
    expect(stderr).toContain(`[${name}]\n`);
  });

  it("is run", async () => {
    const { code, stdout } = await vtl(["invoke", "GET", "/a"], { files: { "template.yaml": SAM } });
    expect([code, stdout]).toEqual([0, "hello"]);
  });

  it("is found in a folder that is named", async () => {
    const files = { "apis/orders/template.yaml": SAM, "apis/empty/README.md": "" };
    const { code, stdout } = await vtl(["invoke", "apis/orders", "GET", "/a"], { files });
    expect([code, stdout]).toEqual([0, "hello"]);
    const empty = await vtl(["invoke", "apis/empty", "GET", "/a"], { files });
    expect(empty.stderr).toContain("no API is declared in the folder apis/empty");
  });

  it.each([["invoke", "GET", "/a"], ["serve"]])(
    "has to be named where there are several, or none: vtl %s",
    async (...args) => {
      const several = await vtl(args, {
        files: { "template.yaml": SAM, "openapi.yaml": OPENAPI, "node_modules/x/a.tf": TERRAFORM },
      });
      expect(several.code).toBe(2);
      expect(several.stderr).toContain("several definitions are in this folder: openapi.yaml, template.yaml");
      const none = await vtl(args, { files: { "README.md": "aws_api_gateway_rest_api" } });
      expect(none.code).toBe(2);
      expect(none.stderr).toContain("no API is declared in this folder");
    },
  );
});
