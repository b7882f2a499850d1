/** The files that commands of the documentation name, so that each can be run as it is written. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const fixture = (path) => readFileSync(join(root, "fixtures", path), "utf8");
const event = fixture("templates/dynamodb-put-order/event.json");
const template = fixture("templates/dynamodb-put-order/template.vtl");
const store = fixture("apis/item-store/template.yaml");
const openapi = `openapi: 3.0.1
info: { title: pets, version: "1" }
paths:
  /pets:
    get: { responses: { "200": {} }, x-amazon-apigateway-integration: &mock {
      type: mock, requestTemplates: { application/json: '{"statusCode": 200}' }, responses: { default: { statusCode: "200" } } } }
  /orders:
    post: { responses: { "200": {} }, x-amazon-apigateway-integration: *mock }
  /orders/{id}:
    put: { responses: { "200": {} }, x-amazon-apigateway-integration: *mock }
`;
const terraform = `resource "aws_api_gateway_rest_api" "pets" { name = "pets" }
resource "aws_api_gateway_resource" "pets" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  parent_id   = aws_api_gateway_rest_api.pets.root_resource_id
  path_part   = "pets"
}
`;
const log = [
  "Execution log for request 1b3f5c1e-0000-4000-8000-000000000000",
  ...[
    "Starting execution for request: 1b3f5c1e-0000-4000-8000-000000000000",
    "HTTP Method: GET, Resource Path: /items/tea",
    "Method request path: {id=tea}",
    "Method request query string: {}",
    "Method request headers: {Accept=application/json}",
    "Method request body before transformations: ",
    "Endpoint request URI: https://dynamodb.us-east-1.amazonaws.com/",
    "Endpoint request headers: {X-Amz-Target=DynamoDB_20120810.GetItem}",
    'Endpoint request body after transformations: {"TableName": "items"}',
    "Received response. Status: 200, Integration latency: 1 ms",
    "Endpoint response headers: {Content-Type=application/x-amz-json-1.0}",
    'Endpoint response body before transformations: {"Item": {"name": {"S": "tea"}}}',
    'Method response body after transformations: {"name": "tea"}',
    "Method response headers: {Content-Type=application/json}",
    "Successfully completed execution",
    "Method completed with status: 200",
  ].map((line) => `Fri Mar 07 03:04:05 UTC 2025 : ${line}`),
].join("\n");

const deployed = `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Name: app
      Body:
        openapi: 3.0.1
        paths:
          /app:
            get:
              responses: { "200": {} }
              x-amazon-apigateway-integration:
                type: mock
                requestTemplates: { application/json: '{"statusCode": 200}' }
                responses:
                  default:
                    statusCode: "200"
                    responseTemplates: { application/json: !Sub '{"domain": "\${AmplifyApp.DefaultDomain}", "stage": "\${Stage}"}' }
`;

/** Files by what of a command names them. */
const WORLD = {
  "put-item.vtl": template,
  "put-order.vtl": '{ "id": "$input.params(\'id\')" }\n',
  "put-order.vtl.test.yaml": `cases: [{ name: without tags, event: { querystring: { id: a } }, expect: { json: { id: a } } }]\n`,
  "order.json": JSON.parse(event).body,
  "event.json": event,
  "event.yaml": event,
  "expected.json": fixture("templates/dynamodb-put-order/expected.out"),
  "list.vtl": '{ "limit": "$input.params(\'limit\')" }\n',
  "api.vtl": '{ "q": "$input.params(\'q\')" }\n',
  "api.yaml": openapi,
  "template.yaml": store,
  "app.yaml": deployed,
  "items.json": fixture("apis/item-store/items.json"),
  "stub.yaml": "answers: []\n",
  "answers.json": '{ "answers": [] }\n',
  "test-page.log": log,
  "cloudwatch.log": log,
  ".vtl-baseline.json": '{ "version": 1, "findings": [] }\n',
  "infra/": terraform,
  "cdk.out": '{ "openapi": "3.0.1", "paths": {} }',
  "templates/": '{ "a": 1 }\n',
  "src/": '{ "a": 1 }\n',
};
/** Where a file is that stands for a folder. */
const PLACES = {
  "infra/": "infra/main.tf",
  "cdk.out": "cdk.out/api.json",
  "templates/": "templates/a.vtl",
  "src/": "src/a.vtl",
};
/** What `vtl test` without a path is for. */
const TESTED = ["put-order.vtl", "put-order.vtl.test.yaml"];

/** Puts the files into a folder that a command names; into an empty one an API, where it names none. */
export function addFiles(command, folder) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const isNew = !existsSync(folder);
  for (const path of [".zfunc", ".config/fish/completions"]) mkdirSync(join(folder, path), { recursive: true });
  const words = command.split(/[\s'"@#=]+/);
  const named = Object.keys(WORLD).filter((name) => words.some((word) => word === name || word.startsWith(name)));
  if (/\bvtl test\b/.test(command)) named.push(...TESTED);
  for (const name of named.length > 0 || !isNew ? named : ["api.yaml"]) {
    // What an earlier command of the page has made stays.
    if (!existsSync(join(folder, PLACES[name] ?? name))) put(PLACES[name] ?? name, WORLD[name]);
  }
  if (words.some((word) => word.startsWith("fixtures/"))) {
    cpSync(join(root, "fixtures"), join(folder, "fixtures"), { recursive: true });
  }
}
