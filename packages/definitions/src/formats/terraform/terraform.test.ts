import { describe, expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const API = `
resource "aws_api_gateway_rest_api" "api" {
  name               = "pets"
  binary_media_types = ["image/png"]
}
resource "aws_api_gateway_resource" "pets" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "pets"
}
resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_resource.pets.id
  http_method   = "GET"
  authorization = "CUSTOM"
  authorizer_id = aws_api_gateway_authorizer.auth.id
  request_parameters = { "method.request.querystring.q" = true }
}
resource "aws_api_gateway_method_response" "ok" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.pets.id
  http_method = aws_api_gateway_method.get.http_method
  status_code = "200"
  response_parameters = { "method.response.header.X-One" = true }
}
resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.pets.id
  http_method = aws_api_gateway_method.get.http_method
  status_code = aws_api_gateway_method_response.ok.status_code
  selection_pattern = "2.."
}`;

const integration = (lines: string) => `
resource "aws_api_gateway_integration" "get" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_resource.pets.id
  http_method             = aws_api_gateway_method.get.http_method
  integration_http_method = "POST"
  ${lines}
}`;

const AROUND = `
variable "host" { default = "https://example.com" }
locals { table = "Pets-\${var.stage}" }
resource "aws_dynamodb_table" "pets" {
  name     = local.table
  hash_key = "id"
  attribute {
    name = "id"
    type = "S"
  }
}
resource "aws_lambda_function" "pets" {
  function_name = "pets"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  timeout       = 5
}
resource "aws_api_gateway_authorizer" "auth" {
  rest_api_id    = aws_api_gateway_rest_api.api.id
  name           = "auth"
  authorizer_uri = aws_lambda_function.pets.invoke_arn
}
resource "aws_api_gateway_stage" "v1" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = "v1"
  variables   = { table = aws_dynamodb_table.pets.name }
}`;

describe("a Terraform module", () => {
  it("declares methods in several resources and files", async () => {
    const api = await readApi(
      {
        "infra/api.tf": API,
        "infra/get.tf": integration(`type = "HTTP"
  uri  = "\${var.host}/\${aws_dynamodb_table.pets.name}"
  request_templates = { "application/json" = <<-EOF
    {"table": "\${local.table}"}
  EOF
  }`),
        "infra/around.tf": AROUND,
      },
      { parameters: { stage: "dev" } },
    );
    expect(api.problems).toEqual([]);
    expect(api.definition).toMatchObject({
      name: "pets",
      stageName: "v1",
      stageVariables: { table: "Pets-dev" },
      binaryMediaTypes: ["image/png"],
      authorizers: { auth: { kind: "TOKEN", functionUri: expect.stringContaining(":function:pets/invocations") } },
      functions: { pets: { handler: "index.handler", timeoutSeconds: 5 } },
      tables: [{ TableName: "Pets-dev", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }] }],
    });
    expect(api.route("GET /pets")).toMatchObject({
      authorizer: "auth",
      requestParameters: [{ location: "querystring", name: "q", required: true }],
      methodResponses: [{ statusCode: "200", headers: ["X-One"] }],
      integration: {
        type: "HTTP",
        httpMethod: "POST",
        uri: "https://example.com/Pets-dev",
        requestTemplates: [{ contentType: "application/json", text: '{"table": "Pets-dev"}\n' }],
        responses: [{ statusCode: "200", selectionPattern: "2.." }],
      },
    });
  });

  it("has the methods that name it by way of another resource", async () => {
    const through = API.replaceAll(
      /(resource "aws_api_gateway_(?:method|integration).*\n)(\s*rest_api_id\s*=) .*/g,
      "$1$2 aws_api_gateway_resource.pets.rest_api_id",
    );
    const { definition, problems } = await readApi({ "main.tf": through + integration('  type = "MOCK"') });
    expect(definition?.routes.map(({ httpMethod, path }) => `${httpMethod} ${path}`)).toEqual(["GET /pets"]);
    expect(problems.join("\n")).not.toContain("several REST APIs");
  });

  it("invokes functions by their invoke_arn", async () => {
    const lambda = integration('type = "AWS_PROXY"\n  uri = aws_lambda_function.pets.invoke_arn');
    const api = await readApi({ "a.tf": API + lambda + AROUND }, { parameters: { stage: "dev" } });
    expect(api.route("GET /pets").integration?.uri).toBe(
      "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:pets/invocations",
    );
  });

  it("says what it does not know, once, and takes it from the user", async () => {
    const files = { "a.tf": API + integration('type = "HTTP"\n  uri = "http://${module.net.host}"') };
    const open = await readApi(files);
    expect(open.route("GET /pets").integration?.uri).toBe("http://module.net.host");
    expect(open.problems).toEqual([expect.stringContaining("definition-unresolved")]);
    const given = await readApi(files, { parameters: { "module.net.host": "example.com" } });
    expect([given.route("GET /pets").integration?.uri, given.problems]).toEqual(["http://example.com", []]);
  });

  it.each([
    [
      'jsonencode({ openapi = "3.0.1", paths = { "/a" = { get = { x-amazon-apigateway-integration = { type = "mock" } } } } })',
    ],
    ['file("${path.module}/api.yaml")'],
    ['templatefile("${path.module}/api.yaml", {})'],
    ['jsonencode(yamldecode(file("${path.module}/api.yaml")))'],
    ["jsonencode(local.api)"],
    ["<<EOF\nopenapi: 3.0.1\npaths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } }\nEOF"],
  ])("has its definition in body: %s", async (body) => {
    const api = await readApi({
      "a.tf": `resource "aws_api_gateway_rest_api" "api" {\n  name = "x"\n  body = ${body}\n}
locals { api = yamldecode(file("\${path.module}/api.yaml")) }`,
      "api.yaml": "paths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } }",
    });
    expect([api.problems, api.route("GET /a").integration?.type]).toEqual([[], "MOCK"]);
  });

  it("fills what templatefile says into a definition, at the places of its file", async () => {
    const api = await readApi({
      "infra/a.tf": `${AROUND}
variable "stage" { default = "dev" }
resource "aws_api_gateway_rest_api" "api" {
  name = "x"
  body = templatefile("\${path.module}/api.yaml", { table = aws_dynamodb_table.pets.name, role = { arn = "arn:role" }, region = "eu-west-1", timeout = 1000 })
}`,
      "infra/api.yaml": `paths:
  /a:
    get:
      x-amazon-apigateway-integration:
        type: aws
        credentials: \${role.arn}
        uri: arn:aws:apigateway:\${region}:dynamodb:action/GetItem
        timeoutInMillis: \${timeout}
        requestTemplates: { application/json: '{"TableName": "\${table}", "m": "$\${context.httpMethod}", "x": "\${missing}"}' }`,
    });
    expect(api.route("GET /a").integration).toMatchObject({
      credentials: "arn:role",
      uri: "arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem",
      timeoutInMillis: 1000,
      requestTemplates: [{ text: '{"TableName": "Pets-dev", "m": "${context.httpMethod}", "x": "missing"}' }],
      place: { file: "infra/api.yaml" },
    });
    expect(api.problems).toEqual([expect.stringContaining("] missing is known only once the API is deployed")]);
  });

  it("reads JSON that is none until templatefile has filled it in", async () => {
    const variables = '{ path = "/a", timeout = 1000, key_is_required = true, uri = "http://x" }';
    const api = await readApi({
      "a.tf": `resource "aws_api_gateway_rest_api" "api" {
  body = jsonencode(jsondecode(templatefile("\${path.module}/api.json.tftpl", ${variables})))
}`,
      "api.json.tftpl": `{ "openapi": "3.0.1",
  %{~ if key_is_required ~}
  "x-amazon-apigateway-api-key-source": "AUTHORIZER",
  %{~ else ~}
  "x-amazon-apigateway-api-key-source": "HEADER",
  %{~ endif ~}
  "paths": { "\${path}": { "get": { "x-amazon-apigateway-integration": {
    "type": "http", "uri": "\${uri}", "timeoutInMillis": \${timeout},
    "requestTemplates": { "application/json": "{\\"a\\": $input.json('$')}" } } } } } }`,
    });
    expect(api.problems).toEqual([]);
    expect(api.definition.apiKeySource).toBe("AUTHORIZER");
    expect(api.route("GET /a").integration).toMatchObject({
      uri: "http://x",
      timeoutInMillis: 1000,
      requestTemplates: [{ text: `{"a": $input.json('$')}` }],
    });
  });

  it("reads JSON that templatefile puts into JSON, and says what of it is not known", async () => {
    const api = await readApi({
      "a.tf": `locals {
  known = jsonencode({ "integration.request.header.X" = "'x'" })
}
resource "aws_api_gateway_rest_api" "api" {
  body = templatefile("\${path.module}/api.json", { known = local.known, other = jsonencode(merge({ "integration.request.header.Y" = "'y'" }, jsondecode(var.more))) })
}`,
      "api.json": `{ "openapi": "3.0.1", "paths": { "/a": {
  "get": { "x-amazon-apigateway-integration": { "type": "http", "uri": "http://x", "requestParameters": \${known} } },
  "put": { "x-amazon-apigateway-integration": { "type": "http", "uri": "http://x", "requestParameters": \${other} } } } } }`,
    });
    const parametersOf = (route: string) => api.route(route).integration?.requestParameters;
    expect(parametersOf("GET /a")).toEqual({ "integration.request.header.X": "'x'" });
    expect(parametersOf("PUT /a")).toEqual({ "integration.request.header.Y": "'y'" });
    expect(api.problems).toEqual([
      "definition-unresolved [jsondecode(var.more)] jsondecode(var.more) is not evaluated here; what it declares is missing",
    ]);
  });

  it.each([
    ["file", "get.vtl", '{"a": "$input.params(1)"} ## ${b}'],
    ["file", "get.json", '{ "a":  "$input.params(1)" }'],
    ["templatefile", "get.vtl", '{"a": "seven"} ## ${b}', '{"a": "${a}"} ## $${b}'],
    [
      "templatefile",
      "get.json.tftpl",
      '{ "a": "seven", "b": $input.json("$") }',
      '{ "a": "${a}", "b": $input.json("$") }',
    ],
  ])("has templates in files, every character of them: %s of %s", async (call, path, text, source = text) => {
    const variables = call === "file" ? "" : ', { a = "seven" }';
    const lines = `type = "MOCK"\n  request_templates = { "application/json" = ${call}("\${path.module}/${path}"${variables}) }`;
    const api = await readApi({ "a.tf": API + integration(lines), [path]: source });
    expect(api.route("GET /pets").integration?.requestTemplates).toMatchObject([{ text }]);
  });

  it("names what it does not evaluate", async () => {
    const counted = API.replace('http_method   = "GET"', 'count = 2\n  http_method = var.x ? "GET" : "PUT"');
    expect((await readApi({ "a.tf": counted + integration('type = "MOCK"') })).problems).toEqual([
      expect.stringContaining("count of aws_api_gateway_method.get is not evaluated here"),
      expect.stringContaining("the condition var.x is not evaluated here"),
    ]);
  });

  it("names modules that add to the API, and resources that they make", async () => {
    const modules = `
module "vpc" { source = "./vpc" }
module "orders" {
  source    = "./resource"
  parent_id = "\${aws_api_gateway_rest_api.api.root_resource_id}"
}`;
    const below = API.replace("resource_id   = aws_api_gateway_resource.pets.id", "resource_id = module.orders.id");
    const { problems } = await readApi({ "a.tf": below + integration('type = "MOCK"') + modules });
    expect(problems).toEqual([
      expect.stringContaining(
        "module.orders is not evaluated here; what it makes of aws_api_gateway_rest_api.api is no part of the API",
      ),
      expect.stringContaining("module.orders is not in these files; aws_api_gateway_method.get is taken to lie below"),
    ]);
  });

  it("that is broken says so at the place", async () => {
    expect((await readApi({ "a.tf": 'resource "aws_api_gateway_rest_api" {{{' })).problems[0]).toMatch(
      /^definition-syntax/,
    );
  });

  it("names settings and APIs that are not regarded", async () => {
    const { problems } = await readApi({
      "main.tf": `resource "aws_api_gateway_rest_api" "api" {
  name                     = "api"
  minimum_compression_size = 10
}
resource "aws_api_gateway_stage" "stage" {
  rest_api_id           = aws_api_gateway_rest_api.api.id
  stage_name            = "v1"
  cache_cluster_enabled = true
}
resource "aws_api_gateway_method_settings" "all" {
  settings { throttling_rate_limit = 5 }
}
resource "aws_apigatewayv2_api" "http" { name = "http" }
`,
    });
    expect(problems.map((problem) => problem.replace(/\[.*\] /, ""))).toEqual([
      "definition-unsupported minimum_compression_size: bodies are not compressed here",
      "definition-unsupported cache_cluster_enabled: nothing is cached here",
      "definition-unsupported throttling_rate_limit: requests are not counted here",
      "definition-unsupported aws_apigatewayv2_api.http is no REST API: HTTP and WebSocket APIs are not run here",
    ]);
  });
});

describe("a map that Terraform makes", () => {
  const headersOf = async (parameters: string, locals: string) => {
    const declared = `
resource "aws_api_gateway_method_response" "all" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.pets.id
  http_method = aws_api_gateway_method.get.http_method
  status_code = "201"
  response_parameters = ${parameters}
}`;
    const { definition, problems } = await readApi({
      "main.tf": `${API}${integration('type = "MOCK"')}${declared}\nlocals {\n${locals}\n}`,
    });
    const responses = definition.routes[0]?.methodResponses.find(({ statusCode }) => statusCode === "201");
    return { headers: responses?.headers, problems };
  };
  const LOCALS = `
  headers = { "X-A" = "'a'", "X-B" = "'b'" }
  names   = ["X-A", "X-B"]
  nested  = { all = { headers = local.headers }, list = [local.headers] }
  mapped  = { for name, value in local.headers : "method.response.header.\${name}" => value }`;

  it.each([
    ["{ for name, value in local.mapped : name => true }"],
    ['{ for name in local.names : "method.response.header.${name}" => true }'],
    ['zipmap([for name in local.names : "method.response.header.${name}"], [true, true])'],
    ["zipmap(keys(local.mapped), values(local.mapped))"],
    ['merge({ for n in ["X-A"] : "method.response.header.${n}" => true }, { "method.response.header.X-B" = true })'],
    ['{ for k, v in local.nested.all.headers : "method.response.header.${k}" => v }'],
    ['{ for k, v in local.nested.list[0] : "method.response.header.${k}" => v }'],
    ['{ for k, v in local.nested["all"]["headers"] : "method.response.header.${k}" => v }'],
    ['{ for n in concat(["X-A"], toset(["X-B"])) : "method.response.header.${n}" => true }'],
  ])("%s", async (parameters) => {
    const { headers, problems } = await headersOf(parameters, LOCALS);
    expect([headers, problems]).toEqual([["X-A", "X-B"], []]);
  });

  it.each([
    ['{ for k, v in var.unknown : "method.response.header.${k}" => v }'],
    ['{ for k, v in local.headers : "method.response.header.${k}" => v if v != "" }'],
    ['{ for k, v in local.headers : format("method.response.header.%s", k) => v }'],
    ["merge({}, var.unknown)"],
    ["var.unknown"],
  ])("is named where only Terraform can make it: %s", async (parameters) => {
    const { headers, problems } = await headersOf(parameters, LOCALS);
    expect(headers).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/^definition-unresolved .* is not evaluated here; what it declares/),
    ]);
  });

  it("is not made without end", async () => {
    const list = `[${Array.from({ length: 40 }, (_, i) => `"${i}"`).join(", ")}]`;
    const endless = `[for a in ${list} : [for b in ${list} : [for c in ${list} : [for d in ${list} : "x"]]]]`;
    const { problems } = await headersOf(`{ for x in ${endless} : "y" => x }`, LOCALS);
    expect(problems.length).toBeLessThanOrEqual(1);
  });
});
