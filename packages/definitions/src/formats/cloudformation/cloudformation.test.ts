import { describe, expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const API = `
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: pets } }
  Pets: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: pets } }
  Pet: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !Ref Pets, PathPart: "{id}" } }`;

const method = (uri: string, more = "") => `
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Pet
      HttpMethod: GET${more}
      Integration:
        Type: HTTP
        IntegrationHttpMethod: POST
        Uri: ${uri}
        IntegrationResponses: [{ StatusCode: 200 }, { StatusCode: 404, SelectionPattern: "4.." }]`;

const template = (resources: string, rest = "") => `Resources:${resources}\n${rest}`;

/** What a URI with an intrinsic becomes. */
async function uriOf(uri: string, rest = "", parameters: Readonly<Record<string, string>> = {}) {
  const api = await readApi({ "template.yaml": template(API + method(uri), rest) }, { parameters });
  return { uri: api.route("GET /pets/{id}").integration?.uri, problems: api.problems };
}

describe("a CloudFormation template", () => {
  it("says itself that anybody may call a method; a parameter's default does not", async () => {
    const isPublic = async (type: string) => {
      const resources = API + method("https://example.com", `\n      AuthorizationType: ${type}`);
      const auth = "Parameters: { Auth: { Type: String, Default: NONE } }";
      return (await readApi({ "template.yaml": template(resources, auth) })).route("GET /pets/{id}").isPublic;
    };
    expect(await isPublic("NONE")).toBe(true);
    expect(await isPublic("!Ref Auth")).toBeUndefined();
  });

  it("has no method below a resource without a part of the path, which CloudFormation refuses, and says so", async () => {
    for (const part of ["", "PathPart: ''"]) {
      const api = API.replace("PathPart: pets", part) + method("https://example.com");
      const { definition, problems } = await readApi({ "template.yaml": template(api) });
      expect(definition.routes).toEqual([]);
      expect(problems).toEqual([
        "definition-not-valid [Type: AWS::ApiGateway::Method] the path of Get leads through Pets, which has no PathPart; the method is left out",
      ]);
    }
  });

  it("declares methods in resources of their own", async () => {
    const api = await readApi({
      "template.yaml": template(`${API}${method(
        "https://example.com",
        `
      OperationName: GetPet
      ApiKeyRequired: true
      AuthorizationType: CUSTOM
      AuthorizerId: !Ref Auth
      RequestValidatorId: !Ref Validator
      RequestParameters: { method.request.path.id: true, method.request.querystring.q: false }
      RequestModels: { application/json: !Ref Model }
      MethodResponses:
        - { StatusCode: 200, ResponseParameters: { method.response.header.X-One: true } }
        - { StatusCode: "404" }`,
      )}
  Auth:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: REQUEST, IdentitySource: method.request.header.X, AuthorizerUri: u }
  Validator: { Type: AWS::ApiGateway::RequestValidator, Properties: { RestApiId: !Ref Api, ValidateRequestBody: true } }
  Model: { Type: AWS::ApiGateway::Model, Properties: { RestApiId: !Ref Api, Schema: '{"type": "object"}' } }
  Forbidden:
    Type: AWS::ApiGateway::GatewayResponse
    Properties: { RestApiId: !Ref Api, ResponseType: ACCESS_DENIED, StatusCode: "404" }
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: v1, Variables: { table: Pets } } }`),
    });
    expect(api.problems).toEqual([]);
    expect(api.definition).toMatchObject({
      name: "pets",
      stageName: "v1",
      stageVariables: { table: "Pets" },
      authorizers: { Auth: { kind: "REQUEST", identitySources: ["method.request.header.X"], functionUri: "u" } },
      gatewayResponses: { ACCESS_DENIED: { statusCode: "404" } },
    });
    expect(api.route("GET /pets/{id}")).toMatchObject({
      operationName: "GetPet",
      apiKeyRequired: true,
      authorizer: "Auth",
      validator: { body: true, parameters: false },
      requestParameters: [
        { location: "path", name: "id", required: true },
        { location: "querystring", name: "q", required: false },
      ],
      requestModels: { "application/json": { type: "object" } },
      methodResponses: [
        { statusCode: "200", headers: ["X-One"] },
        { statusCode: "404", headers: [] },
      ],
      integration: {
        type: "HTTP",
        httpMethod: "POST",
        responses: [{ statusCode: "200" }, { statusCode: "404", selectionPattern: "4.." }],
      },
    });
  });

  const PARAMETERS = `Parameters:
  Host: { Type: String, Default: example.com }
  Stage: { Type: String }
  List: { Type: CommaDelimitedList, Default: "a,b,c" }
Mappings: { Hosts: { dev: { host: dev.example.com } } }
Conditions:
  IsDev: !Equals [!Ref Stage, dev]
  NotDev: !Not [!Condition IsDev]
  Both: !And [!Condition IsDev, !Equals [!Ref Host, example.com]]
  Either: !Or [!Condition NotDev, !Condition IsDev]`;

  it.each([
    ["!Ref Host", "example.com"],
    ["!Sub https://${Host}/${Stage}", "https://example.com/dev"],
    ["!Sub ['${a}-${!b}-${Host}', {a: !Ref Stage}]", "dev-${b}-example.com"],
    ["!Join ['/', [a, !Ref Stage, c]]", "a/dev/c"],
    ["!Join ['+', !Ref List]", "a+b+c"],
    ["!Select [1, !Ref List]", "b"],
    ["!Select [2, !Split ['-', x-y-z]]", "z"],
    ["!FindInMap [Hosts, !Ref Stage, host]", "dev.example.com"],
    ["!If [IsDev, yes-dev, no-dev]", "yes-dev"],
    ["!If [NotDev, a, !If [Both, b, c]]", "b"],
    ["!If [Either, a, b]", "a"],
    ["!Base64 aé", "YcOp"],
    ["!GetAtt Table.Arn", "arn:aws:dynamodb:us-east-1:123456789012:table/Pets-dev"],
    [
      "!Sub ${AWS::Partition}.${AWS::Region}.${AWS::AccountId}.${AWS::URLSuffix}",
      "aws.us-east-1.123456789012.amazonaws.com",
    ],
    ["!Ref Queue", "https://sqs.us-east-1.amazonaws.com/123456789012/Queue"],
    ["!Ref Topic", "arn:aws:sns:us-east-1:123456789012:Topic"],
    ["!Sub ${Fn.Arn}", "arn:aws:lambda:us-east-1:123456789012:function:Fn"],
  ])("resolves %s", async (expression, value) => {
    const resources = `${API}${method(expression)}
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: !Sub "Pets-\${Stage}", KeySchema: [{ AttributeName: id, KeyType: HASH }], AttributeDefinitions: [{ AttributeName: id, AttributeType: S }] }
  Queue: { Type: AWS::SQS::Queue }
  Topic: { Type: AWS::SNS::Topic }
  Fn: { Type: AWS::Lambda::Function, Properties: { Handler: i.h } }`;
    const api = await readApi({ "t.yaml": template(resources, PARAMETERS) }, { parameters: { Stage: "dev" } });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /pets/{id}").integration?.uri).toBe(value);
  });

  it.each([
    ["!ImportValue shared-host", "shared-host"],
    ["!GetAtt Distribution.DomainName", "Distribution.DomainName"],
    ["!Ref Missing", "Missing"],
    ["!Select [0, !GetAZs '']", "Fn::GetAZs"],
  ])("gives %s a name, says so once, and takes its value by that name", async (expression, name) => {
    const { uri, problems } = await uriOf(expression);
    expect(uri).toBe(name);
    expect(problems).toEqual([
      expect.stringMatching(/^definition-unresolved \[.+\] .* is known only once the API is deployed; the text /),
    ]);
    expect(await uriOf(expression, "", { [name]: "given" })).toEqual({ uri: "given", problems: [] });
  });

  it("knows no condition that depends on itself", async () => {
    const conditions = "Conditions: { A: !Condition B, B: !Condition A }";
    const { uri, problems } = await uriOf("!If [A, a, b]", conditions);
    expect([uri, problems]).toEqual([
      "b",
      [expect.stringContaining("the condition A depends on itself; it is taken not to hold")],
    ]);
  });

  it("leaves out resources whose condition does not hold", async () => {
    const text = template(
      API + method("x").replace("  Get:", "  Get:\n    Condition: No"),
      "Conditions: { No: !Equals [a, b] }",
    );
    expect((await readApi({ "t.yaml": text })).definition.routes).toEqual([]);
  });

  it("has models with definitions of their own, and models that refer to each other", async () => {
    const { route, problems } = await readApi({
      "t.yaml":
        template(`${API}${method("https://example.com", "\n      RequestModels: { application/json: !Ref Pet1 }")}
  Pet1:
    Type: AWS::ApiGateway::Model
    Properties:
      Schema: { $ref: "#/definitions/Own", properties: { tree: { $ref: "https://apigateway.amazonaws.com/restapis/x/models/Tree" } }, definitions: { Own: { type: object } } }
  Tree:
    Type: AWS::ApiGateway::Model
    Properties: { Schema: '{"properties": {"left": {"$ref": "#"}, "leaf": {"$ref": "#/definitions/Own"}}, "definitions": {"Own": {"type": "number"}}}' }`),
    });
    expect(problems).toEqual([]);
    expect(route("GET /pets/{id}").requestModels["application/json"]).toEqual({
      $ref: "#/definitions/Own",
      properties: { tree: { $ref: "#/definitions/Tree" } },
      definitions: {
        Own: { type: "object" },
        Tree: {
          properties: { left: { $ref: "#/definitions/Tree" }, leaf: { $ref: "#/definitions/Tree/definitions/Own" } },
          definitions: { Own: { type: "number" } },
        },
      },
    });
  });

  it("has its API in Body, or in a file that Body includes", async () => {
    const body = `openapi: 3.0.1
paths:
  /a: { get: { x-amazon-apigateway-integration: { type: http, uri: !Sub "http://\${Host}" } } }`;
    const include = `Resources:
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body: { "Fn::Transform": { Name: AWS::Include, Parameters: { Location: ./sub/api.yaml } } }
Parameters: { Host: { Type: String, Default: example.com } }`;
    const api = await readApi({ "infra/template.yaml": include, "infra/sub/api.yaml": body });
    expect(api.files).toEqual(["infra/template.yaml", "infra/sub/api.yaml"]);
    expect(api.route("GET /a").integration).toMatchObject({
      uri: "http://example.com",
      place: { file: "infra/sub/api.yaml" },
    });
    expect((await readApi({ "infra/template.yaml": include })).problems).toEqual([
      "definition-file-not-found [./sub/api.yaml] ./sub/api.yaml, which AWS::Include names, cannot be read; what it declares is missing",
    ]);
  });

  it("declares tables and functions", async () => {
    const { definition } = await readApi({
      "t.yaml": template(`${API}
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: [{ AttributeName: pk, KeyType: HASH }, { AttributeName: sk, KeyType: RANGE }]
      AttributeDefinitions: [{ AttributeName: pk, AttributeType: S }, { AttributeName: sk, AttributeType: N }]
      GlobalSecondaryIndexes:
        - { IndexName: i, KeySchema: [{ AttributeName: sk, KeyType: HASH }], Projection: { ProjectionType: KEYS_ONLY } }
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: pets
      Handler: src/app.get
      Runtime: nodejs20.x
      Timeout: 7
      Environment: { Variables: { TABLE: !Ref Table } }
      Code: { ZipFile: "exports.handler" }`),
    });
    expect(definition.tables).toEqual([
      {
        TableName: "Table",
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
        AttributeDefinitions: [
          { AttributeName: "pk", AttributeType: "S" },
          { AttributeName: "sk", AttributeType: "N" },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: "i",
            KeySchema: [{ AttributeName: "sk", KeyType: "HASH" }],
            Projection: { ProjectionType: "KEYS_ONLY" },
          },
        ],
      },
    ]);
    expect(definition.functions).toEqual({
      pets: {
        name: "pets",
        logicalId: "Fn",
        handler: "src/app.get",
        runtime: "nodejs20.x",
        timeoutSeconds: 7,
        environment: { TABLE: "Table" },
      },
    });
  });

  it("finds the code that CDK has packed beside it", async () => {
    const { definition } = await readApi({
      "cdk.out/S.template.json": JSON.stringify({
        Resources: {
          Api: { Type: "AWS::ApiGateway::RestApi" },
          Fn1: {
            Type: "AWS::Lambda::Function",
            Properties: {
              Code: { S3Bucket: { "Fn::Sub": "assets-${AWS::Region}" }, S3Key: "abc.zip" },
              Handler: "index.handler",
            },
            Metadata: { "aws:asset:path": "asset.abc", "aws:asset:property": "Code" },
          },
        },
      }),
    });
    expect(definition.functions.Fn1).toMatchObject({ codeUri: "asset.abc" });
  });

  it("does not take the name of a parameter in Systems Manager for its value", async () => {
    const ssm = "Parameters: { Host: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /shop/host } }";
    const open = await uriOf("!Sub http://${Host}", ssm);
    expect(open).toEqual({ uri: "http://Host", problems: [expect.stringContaining("Host is known only once")] });
    expect((await uriOf("!Sub http://${Host}", ssm, { Host: "a.example.com" })).uri).toBe("http://a.example.com");
  });

  it.each([
    ["a stage of its own, beside the one that the deployment makes", "v2", { a: "own" }],
    ["the deployment's stage", undefined, { a: "described" }],
  ])("has the variables of %s", async (_, stageName, expected) => {
    const deployment = `
  Deployment: { Type: AWS::ApiGateway::Deployment, Properties: { RestApiId: !Ref Api, StageName: v1, StageDescription: { Variables: { a: described } } } }`;
    const stage = `
  Stage: { Type: AWS::ApiGateway::Stage, Properties: { RestApiId: !Ref Api, StageName: ${stageName}, Variables: { a: own } } }`;
    const resources = API + method("https://example.com") + deployment + (stageName === undefined ? "" : stage);
    const { definition } = await readApi({ "t.yaml": template(resources) });
    expect(definition).toMatchObject({ stageName: stageName ?? "v1", stageVariables: expected });
  });

  it("with several APIs asks which one", async () => {
    const two = `${API}\n  Other: { Type: AWS::ApiGateway::RestApi, Properties: { Name: other } }`;
    expect((await readApi({ "t.yaml": template(two) })).problems).toEqual([
      "definition-several-apis [] the file declares several REST APIs: Api, Other",
    ]);
    expect((await readApi({ "t.yaml": template(two) }, { api: "Other" })).definition.name).toBe("other");
  });

  it("names settings that are not regarded, each with its place, once", async () => {
    const api = await readApi({
      "t.yaml": template(
        `
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: v1
      Auth: { ResourcePolicy: { IpRangeWhitelist: [10.0.0.0/8] } }
      CacheClusterEnabled: false
      CanarySetting: { PercentTraffic: 10 }
      MethodSettings: [{ ResourcePath: /a, CachingEnabled: true, ThrottlingRateLimit: 5 }, { ThrottlingRateLimit: 6 }]
  Fn:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Http: { Type: HttpApi }, Rest: { Type: Api, Properties: { Path: /a, Method: get, RestApiId: !Ref Api } } } }
  Fn::ForEach::Each: [Name, [a, b], { "\${Name}": { Type: AWS::SQS::Queue } }]
  Plan: { Type: AWS::ApiGateway::UsagePlan, Properties: { Quota: { Limit: 5 } } }`,
        "Globals: { Api: { MinimumCompressionSize: 100 } }",
      ),
    });
    expect(api.problems.map((problem) => problem.replace("definition-unsupported ", ""))).toEqual([
      "[{ Type: HttpApi }] the event Http of Fn belongs to an HTTP API, which is not run here",
      "[{ IpRangeWhitelist: [10.0.0.0/8] }] ResourcePolicy: the resource policy is not checked here",
      "[{ PercentTraffic: 10 }] CanarySetting: all requests go to the stage's own deployment here",
      "[true] CachingEnabled: nothing is cached here",
      "[5] ThrottlingRateLimit: requests are not counted here",
      "[100] MinimumCompressionSize: bodies are not compressed here",
      '[[Name, [a, b], { "${Name}": { Type: AWS::SQS::Queue } }]] Fn::ForEach::Each is not run here; the resources that it makes are missing',
    ]);
    expect(api.definition.routes).toHaveLength(1);
  });

  it("names HTTP APIs as what is not run here", async () => {
    const http = `${API}\n  Http: { Type: AWS::ApiGatewayV2::Api }`;
    expect((await readApi({ "t.yaml": template(http) })).problems).toEqual([
      "definition-unsupported [{ Type: AWS::ApiGatewayV2::Api }] Http is an AWS::ApiGatewayV2::Api: HTTP and WebSocket APIs are not run here, only REST APIs",
    ]);
  });
});
