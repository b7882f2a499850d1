import { describe, expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const sam = (resources: string, rest = "") => `Transform: AWS::Serverless-2016-10-31
Resources:${resources}
${rest}`;

const fn = (name: string, events: string) => `
  ${name}:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: src/, Handler: app.handler, Runtime: nodejs20.x, Events: ${events} }`;

describe("a SAM template", () => {
  it("makes an API of functions' events", async () => {
    const api = await readApi({
      "template.yaml": sam(
        fn("Get", "{ A: { Type: Api, Properties: { Path: '/a/{id}', Method: get } }, Other: { Type: SQS } }") +
          fn("All", "{ A: { Type: Api, Properties: { Path: '/{proxy+}', Method: ANY } } }"),
        "Globals: { Function: { Timeout: 9, Environment: { Variables: { A: '1' } } } }",
      ),
    });
    expect(api.problems).toEqual([]);
    expect(api.definition).toMatchObject({ name: "ServerlessRestApi", stageName: "Prod" });
    expect(api.route("GET /a/{id}").integration).toMatchObject({
      type: "AWS_PROXY",
      httpMethod: "POST",
      uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:Get/invocations",
    });
    expect(api.route("ANY /{proxy+}").integration?.uri).toContain(":function:All/");
    expect(api.definition.functions.Get).toEqual({
      name: "Get",
      handler: "app.handler",
      codeUri: "src/",
      runtime: "nodejs20.x",
      timeoutSeconds: 9,
      environment: { A: "1" },
    });
  });

  it("streams what a function writes whose event says so", async () => {
    const event = "{ Type: Api, Properties: { Path: /a, Method: get, ResponseTransferMode: RESPONSE_STREAM } }";
    const api = await readApi({ "template.yaml": sam(fn("Get", `{ A: ${event} }`)) });
    expect(api.route("GET /a").integration).toMatchObject({
      streams: true,
      uri: expect.stringMatching(/function:Get\/response-streaming-invocations$/),
    });
  });

  it("has authorizers, which events may choose or refuse", async () => {
    const events = `
      One: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /one, Method: get } }
      Two: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /two, Method: get, Auth: { Authorizer: NONE, ApiKeyRequired: true } } }
      Three:
        Type: Api
        Properties:
          RestApiId: !Ref Api
          Path: /three
          Method: post
          Auth: { Authorizer: Tokens }
          RequestModel: { Model: Pet, ValidateBody: true }
          RequestParameters: [method.request.header.X, { method.request.querystring.q: { Required: true } }]`;
    const api = await readApi({
      "template.yaml": sam(`
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      Variables: { a: b }
      BinaryMediaTypes: [image~1png]
      Models: { Pet: { type: object, properties: { kind: { $ref: "#/definitions/Kind" } } }, Kind: { type: string } }
      GatewayResponses: { DEFAULT_4XX: { ResponseParameters: { Headers: { X: "'y'" } } } }
      Cors: "'*'"
      Auth:
        DefaultAuthorizer: Users
        AddDefaultAuthorizerToCorsPreflight: false
        Authorizers:
          Users: { UserPoolArn: arn }
          Tokens: { FunctionArn: fn-arn, Identity: { Header: X-Token, ValidationExpression: a.* } }
          Requests: { FunctionArn: fn-arn, FunctionPayloadType: REQUEST, Identity: { QueryStrings: [q], Headers: [H] } }
  Fn:
    Type: AWS::Serverless::Function
    Properties:
     Events:${events}`),
    });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /one")).toMatchObject({ authorizer: "Users", apiKeyRequired: false });
    expect(api.route("GET /two")).not.toHaveProperty("authorizer");
    expect(api.route("GET /two")).toMatchObject({ apiKeyRequired: true });
    expect(api.route("POST /three")).toMatchObject({
      authorizer: "Tokens",
      validator: { body: true, parameters: false },
      requestParameters: [
        { location: "header", name: "X", required: false },
        { location: "querystring", name: "q", required: true },
      ],
      requestModels: {
        "application/json": {
          properties: { kind: { $ref: "#/definitions/Kind" } },
          definitions: { Kind: { type: "string" } },
        },
      },
    });
    expect(api.definition).toMatchObject({
      stageName: "v1",
      stageVariables: { a: "b" },
      binaryMediaTypes: ["image/png"],
      gatewayResponses: { DEFAULT_4XX: { responseParameters: { "gatewayresponse.header.X": "'y'" } } },
      authorizers: {
        Users: { kind: "COGNITO_USER_POOLS" },
        Tokens: { kind: "TOKEN", identitySources: ["method.request.header.X-Token"], validationExpression: "a.*" },
        Requests: { kind: "REQUEST", identitySources: ["method.request.header.H", "method.request.querystring.q"] },
      },
    });
    const preflight = api.route("OPTIONS /one");
    expect(preflight).not.toHaveProperty("authorizer");
    expect(preflight.integration?.responses[0]?.responseParameters).toEqual({
      "method.response.header.Access-Control-Allow-Origin": "'*'",
      "method.response.header.Access-Control-Allow-Methods": "'GET,OPTIONS'",
    });
  });

  it("may have its definition in a file of its own", async () => {
    const api = await readApi({
      "template.yaml": sam(
        "\n  Api: { Type: AWS::Serverless::Api, Properties: { StageName: v1, DefinitionUri: api.yaml } }",
      ),
      "api.yaml": "openapi: 3.0.1\npaths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } }",
    });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /a").place?.file).toBe("api.yaml");
  });

  it("may compute the name of that file", async () => {
    const api = await readApi({
      "template.yaml": `${sam(
        "\n  Api: { Type: AWS::Serverless::Api, Properties: { StageName: v1, DefinitionUri: !Sub 'api.${Stage}.yaml' } }",
      )}\nParameters: { Stage: { Type: String, Default: dev } }`,
      "api.dev.yaml": "openapi: 3.0.1\npaths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } }",
    });
    expect(api.problems).toEqual([]);
    expect(api.files).toEqual(["template.yaml", "api.dev.yaml"]);
  });

  it("has the methods that are resources of their own", async () => {
    const api = await readApi({
      "template.yaml": sam(`
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: v1 } }
  Health: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: health } }
  GetHealth:
    Type: AWS::ApiGateway::Method
    Properties: { RestApiId: !Ref Api, ResourceId: !Ref Health, HttpMethod: GET, AuthorizationType: NONE, Integration: { Type: MOCK } }`),
    });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /health").integration).toMatchObject({ type: "MOCK" });
  });

  it("has simple tables", async () => {
    const { definition } = await readApi({
      "t.yaml": sam(`${fn("F", "{ A: { Type: Api, Properties: { Path: /, Method: get } } }")}
  One: { Type: AWS::Serverless::SimpleTable }
  Two: { Type: AWS::Serverless::SimpleTable, Properties: { TableName: two, PrimaryKey: { Name: n, Type: Number } } }`),
    });
    expect(definition.tables.map(({ TableName, AttributeDefinitions }) => [TableName, AttributeDefinitions])).toEqual([
      ["One", [{ AttributeName: "id", AttributeType: "S" }]],
      ["two", [{ AttributeName: "n", AttributeType: "N" }]],
    ]);
  });
});
