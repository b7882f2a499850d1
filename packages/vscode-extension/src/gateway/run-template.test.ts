import { describe, expect, it } from "vitest";
import { NOW, ranIn, runIn, stepOf } from "./testing/run-in.js";

const API = `openapi: 3.0.1
info: { title: orders, version: "1" }
paths:
  /orders/{id}:
    put:
      security: [{ shop: [] }]
      responses: { "200": {}, "404": {} }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem
        passthroughBehavior: never
        requestTemplates:
          application/json: |
            { "id": "$input.params('id')", "tea": $input.json('$.tea'), "for": "$context.authorizer.principalId" }
          text/csv: |
            { "csv": "$input.params('fields')", "stage": "$stageVariables.table $context.stage" }
        responses:
          default:
            statusCode: "200"
            responseTemplates:
              application/json: '{ "stored": $input.json("$.Attributes") }'
              text/plain: 'stored in plain $input.path("$.Attributes.n")'
          "4\\\\d\\\\d":
            statusCode: "404"
            responseTemplates: { application/json: '{ "gone": "$input.path("$.message")" }' }
  /health:
    get:
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{ "statusCode": 200, "up": true }' }
        responses:
          default: { statusCode: "200", responseTemplates: { application/json: '{ "health": "$input.body" }' } }
components:
  securitySchemes:
    shop:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer: { type: token, authorizerUri: "arn:aws:lambda:eu-west-1:123456789012:function:auth" }
`;

const inApi = (text: string, event: Parameters<typeof ranIn>[2], made?: Parameters<typeof ranIn>[3]) =>
  ranIn({ "/p/api.yaml": API }, text, event, made);

const NOTHING_SENT = "Nothing is sent from the editor: a stub answers, with the request that would have been sent.";
const SAMPLE_ANSWERS = "Nothing is sent from the editor: the integration answers with the body of the sample.";

describe("the sample of a request template", () => {
  it("is the client's request: body, parameters, headers and stage variables", async () => {
    const ran = await inApi("csv", {
      body: "a,b",
      path: { id: "7" },
      querystring: { fields: ["a b", "c&d"] },
      headers: { "Content-Type": "text/csv", "X-Trace": ["1", "2"] },
      stageVariables: { table: "Orders" },
      context: { stage: "test" },
    });
    expect(ran.request).toBe("PUT /orders/7?fields=a%20b&fields=c%26d");
    expect(stepOf(ran, "routing").input).toMatchObject({
      method: "PUT",
      url: "/orders/7?fields=a%20b&fields=c%26d",
      headers: expect.arrayContaining([
        ["Content-Type", "text/csv"],
        ["X-Trace", "1"],
        ["X-Trace", "2"],
      ]),
      body: "a,b",
    });
    // The service shows the last of several values.
    expect(stepOf(ran, "request-template").output?.body).toBe('{ "csv": "c&d", "stage": "Orders test" }\n');
    expect(ran).toMatchObject({ step: "request-template", reached: true });
  });

  it("gets what leads to the template, which is said", async () => {
    const { request, notes, reached } = await inApi("csv", {});
    expect(request).toBe("PUT /orders/id");
    expect(reached).toBe(true);
    expect(notes).toEqual([
      "The sample has no path parameter id: its name stands for it.",
      "The header Content-Type: text/csv is added: without it another template would be taken, or none.",
      "Nobody asks shop: everyone is let through. What it decides can be put into the sample, as context.authorizer.",
      NOTHING_SENT,
    ]);
  });

  it.each([
    ["$default", "application/json", "text/plain"],
    ["$default", "text/csv", undefined],
    ["text/xml", "application/json", "text/xml"],
  ])("is of a type that leads to a template for %s beside one for %s", async (type, other, added) => {
    const api = API.replace("text/csv:", `${type}:`).replace("application/json: |", `${other}: |`);
    const ran = await ranIn({ "/p/api.yaml": api }, "csv", { path: { id: "7" }, context: { authorizer: {} } });
    expect(ran.reached).toBe(true);
    const sent = stepOf(ran, "routing").input?.headers?.find(([name]) => name === "Content-Type");
    expect(sent?.[1]).toBe(added);
  });

  it("that leads elsewhere says so, and why a 415 comes", async () => {
    const ran = await inApi("csv", { path: { id: "7" }, headers: { "Content-Type": "text/xml" } });
    expect(ran.reached).toBe(false);
    expect(ran.invocation.response.status).toBe(415);
    expect(stepOf(ran, "request-template-selection")).toMatchObject({ outcome: "failed" });
  });

  it("says what the authorizer has decided", async () => {
    const event = { path: { id: "7" }, body: '{"tea": 1}', context: { authorizer: { principalId: "ann", level: 3 } } };
    const ran = await inApi('"tea"', event);
    expect(ran.notes).toEqual([NOTHING_SENT]);
    expect(stepOf(ran, "request-template").output?.body).toBe('{ "id": "7", "tea": 1, "for": "ann" }\n');
    expect(stepOf(ran, "authorizer").facts.context).toContain('"level":"3"');
  });

  it("names what of its context the gateway makes itself", async () => {
    const context = { requestId: "x", identity: { caller: "me", sourceIp: "10.0.0.1" }, authorizer: {} };
    const ran = await inApi('"tea"', { path: { id: "7" }, context });
    expect(ran.notes).toEqual([
      NOTHING_SENT,
      "The gateway makes $context itself: of the sample's, requestId, identity.caller are not used.",
    ]);
    expect(ran.invocation.log.join("\n")).toContain("X-Forwarded-For=10.0.0.1");
  });

  it("is answered by a stub that shows the request that would have been sent", async () => {
    const ran = await inApi('"tea"', { path: { id: "7" }, body: '{"tea": 1}' });
    const answer = JSON.parse(stepOf(ran, "integration").output?.body ?? "");
    expect(answer).toMatchObject({
      stub: "nothing answers for dynamodb PutItem here",
      request: {
        url: "https://dynamodb.eu-west-1.amazonaws.com/",
        headers: { "X-Amz-Target": "DynamoDB_20120810.PutItem" },
        body: '{ "id": "7", "tea": 1, "for": "user" }\n',
      },
    });
  });

  it("runs a MOCK as what it is", async () => {
    const ran = await inApi('"up"', {});
    expect(ran.notes).toEqual([]);
    expect(stepOf(ran, "integration").facts).toEqual({ type: "MOCK", status: "200" });
    expect(ran.invocation.response).toMatchObject({ status: 200, body: '{ "health": "{}" }' });
  });

  it("shows why a template fails", async () => {
    const files = { "/p/api.yaml": API.replace("$input.json('$.tea')", "$input.json($tea)") };
    const ran = await ranIn(files, '"tea"', { path: { id: "7" } });
    expect(ran).toMatchObject({ reached: true, invocation: { response: { status: 500 } } });
    expect(stepOf(ran, "request-template")).toMatchObject({ outcome: "failed" });
  });

  it("gives the same steps each time, at the time that the sample says or else the given one", async () => {
    const event = { path: { id: "7" } };
    const first = await inApi('"tea"', event);
    expect(await inApi('"tea"', event)).toEqual(first);
    expect(first.invocation.log[1]).toMatch(/^Tue Nov 14 22:13:20 UTC 2023 : /);
    const later = await inApi('"tea"', { ...event, context: { requestTimeEpoch: NOW + 3_600_000 } });
    expect(later.invocation.log[1]).toMatch(/^Tue Nov 14 23:13:20 UTC 2023 : /);
  });
});

describe("the sample of a response template", () => {
  it("has what the integration answers, behind a request that is made up", async () => {
    const made = { body: '{"tea": 1}', path: { id: "9" }, headers: { "X-Made": "1" } };
    const ran = await inApi('"stored"', { body: '{"Attributes": {"n": 1}}', headers: { "x-made": "2" } }, made);
    expect(ran.request).toBe("PUT /orders/9");
    expect(stepOf(ran, "routing").input).toMatchObject({ body: '{"tea": 1}' });
    expect(stepOf(ran, "routing").input?.headers).toContainEqual(["x-made", "2"]);
    expect(stepOf(ran, "routing").input?.headers).not.toContainEqual(["X-Made", "1"]);
    expect(stepOf(ran, "integration").output).toMatchObject({ status: 200, body: '{"Attributes": {"n": 1}}' });
    expect(ran.invocation.response.body).toBe('{ "stored": {"n":1} }');
    expect(ran).toMatchObject({ step: "response-template", reached: true });
    expect(ran.notes).toEqual([
      "The body that the client sends is made up: that of the sample is what the integration answers.",
      expect.stringContaining("Nobody asks shop"),
      SAMPLE_ANSWERS,
    ]);
  });

  it("comes with the status that its integration response is selected by", async () => {
    const ran = await inApi('"gone"', { body: '{"message": "no order"}', path: { id: "7" } });
    expect(stepOf(ran, "integration").output).toMatchObject({ status: 404 });
    expect(ran.invocation.response).toMatchObject({ status: 404, body: '{ "gone": "no order" }' });
    expect(ran.reached).toBe(true);
  });

  it("is asked for by the type that the template is for", async () => {
    const ran = await inApi("plain", { body: '{"Attributes": {"n": 1}}', path: { id: "7" } });
    expect(ran.reached).toBe(true);
    expect(ran.invocation.response.body).toBe("stored in plain 1");
    expect(ran.notes).toContainEqual(expect.stringContaining("The header Accept: text/plain is added"));
  });

  it("has no body for a MOCK, which is said", async () => {
    const ran = await inApi('"health"', { body: "[1]" });
    // `$input.body` of no body is {}.
    expect(ran.invocation.response.body).toBe('{ "health": "{}" }');
    expect(ran.notes).toEqual([expect.stringMatching(/^A MOCK integration answers without a body/)]);
  });

  it("of a function selects by its error message", async () => {
    const uri =
      "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:f/invocations";
    const files = { "/p/api.yaml": API.replace(/uri: .*PutItem/, `uri: ${uri}`).replace("4\\\\d\\\\d", "no .*") };
    const gone = await ranIn(files, '"gone"', {
      body: '{"errorMessage": "no order", "message": "x"}',
      path: { id: "7" },
    });
    expect(gone).toMatchObject({ reached: true, invocation: { response: { status: 404, body: '{ "gone": "x" }' } } });
    const stored = await ranIn(files, '"gone"', { body: "{}", path: { id: "7" } });
    expect(stored).toMatchObject({ reached: false, invocation: { response: { status: 200 } } });
  });
});

describe("the API of a template", () => {
  const resource = (name: string, method: string, template: string) => `
  ${name}: { Type: AWS::ApiGateway::RestApi, Properties: { Name: ${name} } }
  ${name}Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref ${name}
      ResourceId: !GetAtt ${name}.RootResourceId
      HttpMethod: ${method}
      AuthorizationType: NONE
      Integration:
        Type: MOCK
        RequestTemplates: { application/json: '${template}' }
        IntegrationResponses: [{ StatusCode: "200" }]
      MethodResponses: [{ StatusCode: "200" }]`;

  it("is found among several of a file", async () => {
    const text = `Resources:${resource("One", "GET", '{"statusCode": 200, "one": 1}')}${resource("Two", "PUT", '{"statusCode": 200, "two": 2}')}\n`;
    const files = { "/p/template.yaml": text };
    expect((await ranIn(files, "two", {})).request).toBe("PUT /");
    expect((await ranIn(files, "one", {})).request).toBe("GET /");
  });

  it("may name the template's file, more than once", async () => {
    const block = (method: string) => `
resource "aws_api_gateway_method" "${method}" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_rest_api.api.root_resource_id
  http_method   = "${method}"
  authorization = "NONE"
}
resource "aws_api_gateway_integration" "${method}" {
  rest_api_id       = aws_api_gateway_rest_api.api.id
  resource_id       = aws_api_gateway_rest_api.api.root_resource_id
  http_method       = aws_api_gateway_method.${method}.http_method
  type              = "MOCK"
  request_templates = { "application/json" = file("\${path.module}/get.vtl") }
}
resource "aws_api_gateway_integration_response" "${method}" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_rest_api.api.root_resource_id
  http_method = aws_api_gateway_method.${method}.http_method
  status_code = "200"
}
resource "aws_api_gateway_method_response" "${method}" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_rest_api.api.root_resource_id
  http_method = aws_api_gateway_method.${method}.http_method
  status_code = "200"
}`;
    const files = {
      "/p/main.tf": block("GET"),
      "/p/api.tf": `resource "aws_api_gateway_rest_api" "api" { name = "api" }\n${block("PUT")}`,
      "/p/get.vtl": '{ "statusCode": 200 }',
    };
    const ran = await ranIn(files, "statusCode", {});
    expect(ran).toMatchObject({ request: "GET /", reached: true, invocation: { response: { status: 200 } } });
    expect(ran.notes).toEqual(["The template is used in one more place; shown is the way of GET /."]);
    expect(ran.files).toEqual(expect.arrayContaining(["/p/main.tf", "/p/api.tf", "/p/get.vtl"]));
    expect(stepOf(ran, "request-template").place).toMatchObject({ file: "/p/get.vtl", line: 1, column: 1 });
  });

  it("may be a document within a text, whose places are others than those of the file", async () => {
    const template = (name: string) => JSON.stringify(`{ "statusCode": 200, "${name}": 1 }`);
    const names = ["one", "two", "three", "four", "five"];
    const templates = names.map((name) => `"text/${name}": ${template(name)}`).join(", ");
    const files = {
      "/p/main.tf": `resource "aws_api_gateway_rest_api" "api" {
  name = "api"
  body = <<EOF
{ "openapi": "3.0.1", "info": { "title": "a", "version": "1" }, "paths": { "/a": { "get": {
  "responses": { "200": {} },
  "x-amazon-apigateway-integration": {
    "type": "mock", "requestTemplates": { ${templates} }, "responses": { "default": { "statusCode": "200" } }
  }
} } } }
EOF
}
`,
    };
    for (const name of names) {
      const ran = await ranIn(files, `"${name}"`, {});
      expect(stepOf(ran, "request-template").template).toBe(`{ "statusCode": 200, "${name}": 1 }`);
    }
  });

  it("has one branch of what depends on conditions: a template in another is run by no request", async () => {
    const method = `Conditions: { Never: !Equals [a, b] }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: Api } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: NONE
      Integration:
        Type: MOCK
        RequestTemplates:
          application/json: !If [Never, '{"statusCode": 200, "then": 1}', '{"statusCode": 200, "else": 1}']
        IntegrationResponses: [{ StatusCode: "200" }]
      MethodResponses: [{ StatusCode: "200" }]
`;
    expect(await ranIn({ "/p/template.yaml": method }, "else", {})).toMatchObject({ reached: true });
    expect(await runIn({ "/p/template.yaml": method }, "then", {})).toMatchObject({ status: "not-run" });
  });

  it("that cannot be read says why there are no steps", async () => {
    const result = await runIn({ "/p/api.yaml": `${API}x: [` }, '"up"', {});
    expect(result).toMatchObject({ status: "not-run", reason: "The file declares no API that could be run." });
    expect(result.problems.map(({ code }) => code)).toContain("definition-syntax");
  });

  it("that leaves out the template's method says so, with its warnings", async () => {
    const files = { "/p/api.yaml": API.replace("type: mock", "type: magic") };
    const result = await runIn(files, '"up"', {});
    expect(result).toMatchObject({
      status: "not-run",
      reason: "No method of the API has this template, so that no request leads to it.",
    });
    expect(result.problems).not.toEqual([]);
  });
});
