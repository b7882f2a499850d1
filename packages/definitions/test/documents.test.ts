import { describe, expect, it } from "vitest";
import { type FoundTemplate, findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

/** The templates of one file, with the given files around it. */
async function find(path: string, text: string, files: Record<string, string> = {}): Promise<readonly FoundTemplate[]> {
  const { templates, diagnostics } = await findTemplates({ path, text }, hostWithFiles(files));
  expect(diagnostics).toEqual([]);
  return templates;
}

const openApi = `openapi: 3.0.1
x-amazon-apigateway-binary-media-types: ["image/png"]
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true }
    post:
      parameters:
        - { name: X-Test, in: header }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
      responses:
        "200": { headers: { X-Id: {} }, content: { application/json: {} } }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem
        passthroughBehavior: never
        requestTemplates:
          application/json: |
            {"id": "$input.params('id')"}
        responses:
          default:
            statusCode: "200"
            responseParameters: { method.response.header.X-Id: "'1'" }
            responseTemplates: { application/json: "{\\"ok\\": true}" }
          "4\\\\d{2}":
            statusCode: 400
            responseTemplates:
              application/json: '{"error": ''no''}'
components:
  schemas:
    Order: { type: object, required: [id], properties: { id: { type: string } } }
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    statusCode: 418
    responseTemplates: { application/json: '{"message": $context.error.messageString}' }
`;

describe("OpenAPI", () => {
  it("gives texts with escapes undone, pointers and ranges", async () => {
    const templates = await find("api.yaml", openApi);
    expect(templates.map((template) => template.text)).toEqual([
      `{"id": "$input.params('id')"}\n`,
      '{"ok": true}',
      `{"error": 'no'}`,
      '{"message": $context.error.messageString}',
    ]);
    const integration = "/paths/~1orders~1{id}/post/x-amazon-apigateway-integration";
    expect(templates[0]!.address).toBe(`${integration}/requestTemplates/application~1json`);
    expect(templates[1]!.address).toBe(`${integration}/responses/default/responseTemplates/application~1json`);
    const { start, end } = templates[0]!.range;
    expect(openApi.slice(start, end)).toBe(`{"id": "$input.params('id')"}\n`);
  });

  it("gives what surrounds them", async () => {
    const [request, ok, error, gateway] = (await find("api.yaml", openApi)).map((template) => template.facts);
    expect(request).toMatchObject({
      direction: "request",
      apiType: "REST",
      contentType: "application/json",
      httpMethod: "POST",
      path: "/orders/{id}",
      binaryMediaTypes: ["image/png"],
      integration: {
        type: "AWS",
        proxy: false,
        service: "dynamodb",
        action: "PutItem",
        passthroughBehavior: "NEVER",
        requestTemplates: ["application/json"],
      },
      method: {
        requestParameters: [
          { location: "path", name: "id", required: true },
          { location: "header", name: "X-Test", required: false },
        ],
        requestModels: {
          "application/json": { type: "object", required: ["id"], properties: { id: { type: "string" } } },
        },
        responses: [{ statusCode: "200", headers: ["X-Id"] }],
      },
    });
    expect(ok).toMatchObject({ direction: "response", response: { statusCode: "200", selectionPattern: "" } });
    expect(ok!.response!.responseParameters).toEqual({ "method.response.header.X-Id": "'1'" });
    expect(error).toMatchObject({ response: { statusCode: "400", selectionPattern: "4\\d{2}" } });
    expect(gateway).toMatchObject({ gatewayResponse: { responseType: "DEFAULT_4XX", statusCode: "418" } });
  });

  it("is read in JSON too, whatever the case of the extension's keys", async () => {
    const definition = {
      swagger: "2.0",
      paths: {
        "/x": {
          get: { "X-Amazon-Apigateway-Integration": { Type: "MOCK", RequestTemplates: { "a/b": '{"s":\n1}' } } },
        },
      },
    };
    const text = JSON.stringify(definition, null, 2);
    const [template] = await find("api.json", text);
    expect(template).toMatchObject({ text: '{"s":\n1}', facts: { integration: { type: "MOCK" }, contentType: "a/b" } });
    expect(text.slice(template!.range.start, template!.range.end)).toBe('{\\"s\\":\\n1}');
  });

  it("follows anchors, aliases and merge keys", async () => {
    const text = `paths:
  /a:
    get: &get
      x-amazon-apigateway-integration: &mock
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
    put: { x-amazon-apigateway-integration: { <<: *mock, uri: x } }
  /b: { get: *get }
`;
    const templates = await find("api.yaml", text);
    expect(templates.map(({ facts }) => `${facts.httpMethod} ${facts.path}`)).toEqual(["GET /a", "PUT /a", "GET /b"]);
    expect(new Set(templates.map(({ range }) => range.start)).size).toBe(1);
  });

  it("lets a map's own keys win over merged ones, and earlier merged maps over later ones", async () => {
    const text = `x-first: &first { type: aws, httpMethod: POST }
x-second: &second { type: http, uri: x, requestTemplates: { application/json: second } }
paths:
  /a:
    get:
      x-amazon-apigateway-integration:
        <<: [*first, *second]
        httpMethod: PUT
        requestTemplates:
          <<: { application/json: merged, text/plain: kept }
          application/json: own
`;
    const templates = await find("api.yaml", text);
    const ofMethod = templates.filter(({ facts }) => facts.httpMethod === "GET");
    expect(ofMethod.map((template) => template.text).sort()).toEqual(["kept", "own"]);
    expect(ofMethod[0]!.facts.integration).toMatchObject({ type: "AWS", httpMethod: "PUT", uri: "x" });
  });

  it("follows references to parameters by their escaped names", async () => {
    const text = `paths:
  /a:
    get:
      parameters: [{ $ref: "#/components/parameters/a~1b" }, { $ref: "#/components/parameters/%7Btenant%7D" }]
      x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: x } }
components:
  parameters:
    a/b: { name: limit, in: query }
    "{tenant}": { name: X-Tenant, in: header, required: true }
`;
    const [template] = await find("api.yaml", text);
    expect(template!.facts.method!.requestParameters).toEqual([
      { location: "querystring", name: "limit", required: false },
      { location: "header", name: "X-Tenant", required: true },
    ]);
  });
});

describe("CloudFormation", () => {
  it("reads methods with intrinsics in short and long form", async () => {
    const text = `AWSTemplateFormatVersion: "2010-09-09"
Conditions: { Prod: !Equals [a, b] }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { BinaryMediaTypes: ["*/*"] } }
  Parent: { Type: AWS::ApiGateway::Resource, Properties: { ParentId: !GetAtt Api.RootResourceId, PathPart: a } }
  Child: { Type: AWS::ApiGateway::Resource, Properties: { ParentId: !Ref Parent, PathPart: "{b}" } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Child
      HttpMethod: post
      RequestParameters: { method.request.querystring.q: true }
      MethodResponses: [{ StatusCode: 200, ResponseModels: { application/json: Empty } }]
      Integration:
        Type: AWS
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:sqs:action/SendMessage
        RequestTemplates:
          a/sub: !Sub |
            {"arn": "\${Queue.Arn}", "v": "$input.params('q')", "w": "\${!w}"}
          a/join:
            Fn::Join: ["", ['{"t": "', !Ref Table, '"}']]
          a/if: !If [Prod, "yes", !Sub "no \${X}"]
        IntegrationResponses:
          - !If
            - Prod
            - { StatusCode: 200, ResponseTemplates: { a/b: "$input.body" } }
            - !Ref AWS::NoValue
  Gateway:
    Type: AWS::ApiGateway::GatewayResponse
    Properties: { ResponseType: UNAUTHORIZED, ResponseTemplates: { a/b: "{}" } }
`;
    const templates = await find("template.yaml", text);
    expect(templates.map((template) => [template.facts.contentType, template.text])).toEqual([
      ["a/sub", `{"arn": "<Queue.Arn>", "v": "$input.params('q')", "w": "\${w}"}\n`],
      ["a/join", '{"t": "<Table>"}'],
      ["a/if", "yes"],
      ["a/if", "no <X>"],
      ["a/b", "$input.body"],
      ["a/b", "{}"],
    ]);
    expect(templates[0]!.facts).toMatchObject({
      httpMethod: "POST",
      path: "/a/{b}",
      binaryMediaTypes: ["*/*"],
      integration: {
        service: "sqs",
        action: "SendMessage",
        uri: "arn:aws:apigateway:<AWS::Region>:sqs:action/SendMessage",
      },
      method: { requestParameters: [{ location: "querystring", name: "q", required: true }] },
    });
    expect(templates.map((template) => template.facts.conditions)).toEqual([[], [], ["Prod"], ["not Prod"], [], []]);
    const [hole] = templates[1]!.holes;
    expect(text.slice(hole!.hostStart, hole!.hostEnd)).toBe("Table");
    expect(templates[5]!.facts.gatewayResponse).toEqual({ responseType: "UNAUTHORIZED" });
  });

  it("reads OpenAPI bodies in place and in included files", async () => {
    const body = `swagger: "2.0"
paths: { /x: { get: { x-amazon-apigateway-integration: { requestTemplates: { a/b: "1" } } } } }
`;
    const text = `Resources:
  Inline:
    Type: AWS::Serverless::Api
    Properties:
      BinaryMediaTypes: [image~1png]
      DefinitionBody:
        paths: { /x: { get: { x-amazon-apigateway-integration: { requestTemplates: { a/b: "2" } } } } }
  Included:
    Type: AWS::Serverless::Api
    Properties:
      DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ./api.yaml } } }
  Beside:
    Type: AWS::Serverless::Api
    Properties:
      DefinitionBody:
        paths: { /y: { get: { x-amazon-apigateway-integration: { requestTemplates: { a/b: "3" } } } } }
        Fn::Transform: [{ Name: AWS::Include, Parameters: { Location: ./api.yaml } }]
  Elsewhere:
    Type: AWS::Serverless::Api
    Properties: { DefinitionUri: s3://bucket/api.yaml }
`;
    const templates = await find("stack/template.yaml", text, { "stack/api.yaml": body });
    expect(templates.map(({ file, referredFrom, text: found }) => [file, referredFrom, found])).toEqual([
      ["stack/template.yaml", undefined, "2"],
      ["stack/api.yaml", "stack/template.yaml", "1"],
      ["stack/api.yaml", "stack/template.yaml", "1"],
      // The included file's paths count instead; the template is still one to look at.
      ["stack/template.yaml", undefined, "3"],
    ]);
    expect(templates[0]!.facts.binaryMediaTypes).toEqual(["image/png"]);
  });

  it("reads WebSocket integrations with their routes", async () => {
    const text = JSON.stringify({
      Resources: {
        Api: { Type: "AWS::ApiGatewayV2::Api", Properties: { ProtocolType: "WEBSOCKET" } },
        Integration: {
          Type: "AWS::ApiGatewayV2::Integration",
          Properties: { ApiId: { Ref: "Api" }, IntegrationType: "AWS", RequestTemplates: { $default: "$input.body" } },
        },
        Route: {
          Type: "AWS::ApiGatewayV2::Route",
          Properties: { RouteKey: "send", Target: { "Fn::Join": ["/", ["integrations", { Ref: "Integration" }]] } },
        },
        Response: {
          Type: "AWS::ApiGatewayV2::IntegrationResponse",
          Properties: {
            ApiId: { Ref: "Api" },
            IntegrationId: { Ref: "Integration" },
            IntegrationResponseKey: "$default",
            ResponseTemplates: { $default: "ok" },
          },
        },
      },
    });
    const templates = await find("cdk.out/Stack.template.json", text);
    expect(templates.map(({ facts }) => [facts.direction, facts.apiType, facts.routeKey])).toEqual([
      ["request", "WEBSOCKET", "send"],
      ["response", "WEBSOCKET", "send"],
    ]);
    expect(templates[1]!.facts.response).toMatchObject({ selectionPattern: "" });
  });
});

describe("serverless.yml", () => {
  const text = `service: s
provider: { name: aws }
functions:
  f:
    events:
      - http:
          path: a/{id}
          method: get
          integration: lambda
          request:
            passThrough: NEVER
            parameters: { paths: { id: true } }
            template:
              application/json: '{"t": "\${self:custom.t}", "r": "\${name}"}'
              text/plain: \${file(./x.vtl)}
          response:
            template: $input.body
            statusCodes: { 400: { pattern: ".*no.*", template: { application/xml: <no/> } } }
custom:
  apiGatewayServiceProxies:
    - sqs: { path: /q, method: post, request: { template: { a/b: q } }, response: { template: { serverError: e } } }
resources:
  Resources:
    M:
      Type: AWS::ApiGateway::Method
      Properties: { Integration: { RequestTemplates: { a/b: !Sub "\${self:custom.x} \${AWS::Region} \${!v}" } } }
`;

  it("gives templates of events, service proxies and resources", async () => {
    const templates = await find("serverless.yml", text, { "x.vtl": "$input.body" });
    expect(templates.map((template) => template.text)).toEqual([
      `{"t": "<self:custom.t>", "r": "\${name}"}`,
      "$input.body",
      "<no/>",
      `<self:custom.x> <AWS::Region> \${v}`,
      "q",
      "e",
      "$input.body",
    ]);
    expect(templates[0]!.facts).toMatchObject({
      httpMethod: "GET",
      path: "/a/{id}",
      integration: { type: "AWS", service: "lambda", passthroughBehavior: "NEVER" },
      method: { requestParameters: [{ location: "path", name: "id", required: true }] },
    });
    expect(templates[2]!.facts.response).toMatchObject({ statusCode: "400", selectionPattern: ".*no.*" });
    expect(templates[5]!.facts).toMatchObject({ integration: { service: "sqs" }, response: { statusCode: "500" } });
    expect(templates[6]).toMatchObject({
      file: "x.vtl",
      referredFrom: "serverless.yml",
      facts: { contentType: "text/plain" },
    });
  });
});

describe("YAML", () => {
  it("may have a quoted text that ends on a line that is indented less", async () => {
    const text = `Resources:
  M:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: GET
      Integration:
        Type: MOCK
        RequestTemplates:
          application/json: "{
            \\"statusCode\\": 200
          }"
  N:
    Type: AWS::ApiGateway::Method
    Properties: { HttpMethod: POST, Integration: { Type: MOCK, RequestTemplates: { application/json: '{}' } } }
`;
    const templates = await find("template.yaml", text);
    expect(templates.map((template) => template.text)).toEqual(['{ "statusCode": 200 }', "{}"]);
  });
});

describe("what says something about templates and is none", () => {
  it("has other keys than content types", async () => {
    const schema = { properties: { requestTemplates: { type: "object", description: "Templates by content type." } } };
    expect(await find("schema.json", JSON.stringify(schema))).toEqual([]);
  });

  it("repeats the template beside it", async () => {
    const tree = { version: "tree-0.1", tree: { requestTemplates: { "a/b": "{}" } } };
    const file = { path: "cdk.out/tree.json", text: JSON.stringify(tree) };
    const listing = (names: readonly string[]) => ({ listFolder: async () => names });
    expect((await findTemplates(file, listing(["tree.json", "S.template.json"]))).templates).toEqual([]);
    expect((await findTemplates(file, listing(["tree.json"]))).templates).toHaveLength(1);
  });
});

describe("files of other tools", () => {
  it("are searched for maps of templates by their key", async () => {
    const text = JSON.stringify({ restApiId: "x", statusCode: "200", responseTemplates: { "a/b": "$input.body" } });
    expect(await find("put-integration-response.json", text)).toMatchObject([
      { text: "$input.body", address: "/responseTemplates/a~1b", facts: { direction: "response" } },
    ]);
  });
});
