import { describe, expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const SERVICE = `service: pets
custom:
  table: Pets-\${self:provider.stage}
  hosts: { dev: dev.example.com, prod: example.com }
provider:
  name: aws
  runtime: nodejs20.x
  stage: \${opt:stage, 'dev'}
  environment: { TABLE: "\${self:custom.table}" }
`;

const service = (functions: string, rest = "") => ({ "serverless.yml": `${SERVICE}functions:\n${functions}\n${rest}` });

describe("a serverless.yml", () => {
  it("makes an API of its functions' http events", async () => {
    const api = await readApi(
      service(`
  get: { handler: src/get.handler, timeout: 9, environment: { OTHER: "\${ssm:/a}" }, events: [http: "GET pets/{id}", { sqs: arn }] }
  all: { handler: all.handler, name: own-name, events: [{ http: { method: any, path: "/{proxy+}", private: true } }] }`),
      { parameters: { stage: "prod", "ssm:/a": "secret" } },
    );
    expect(api.problems).toEqual([]);
    expect(api.definition).toMatchObject({ name: "prod-pets", stageName: "prod" });
    expect(api.route("GET /pets/{id}").integration).toMatchObject({
      type: "AWS_PROXY",
      uri: expect.stringContaining("function:pets-prod-get/invocations"),
    });
    expect(api.route("ANY /{proxy+}")).toMatchObject({
      apiKeyRequired: true,
      integration: { uri: expect.stringContaining("function:own-name/") },
    });
    expect(api.definition.functions["pets-prod-get"]).toEqual({
      name: "pets-prod-get",
      handler: "src/get.handler",
      runtime: "nodejs20.x",
      timeoutSeconds: 9,
      environment: { TABLE: "Pets-prod", OTHER: "secret" },
    });
  });

  it("has integrations with templates, statuses and headers of their own", async () => {
    const api = await readApi(
      service(`
  put:
    handler: a.b
    events:
      - http:
          method: post
          path: pets
          integration: lambda
          request:
            template: { application/json: '{"table": "\${self:custom.table}", "id": $input.json("$.id")}' }
            passThrough: WHEN_NO_TEMPLATES
            parameters: { querystrings: { q: true }, headers: { X: { required: false } } }
            schemas: { application/json: { type: object } }
          response:
            headers: { X-Kind: "'pet'" }
            template: $input.path('$')
            statusCodes:
              201: { pattern: "" }
              404: { pattern: '.*none.*', template: "{}", headers: { X-Kind: "'none'" } }`),
    );
    expect(api.problems).toEqual([]);
    expect(api.route("POST /pets")).toMatchObject({
      validator: { body: true, parameters: true },
      requestParameters: [
        { location: "querystring", name: "q", required: true },
        { location: "header", name: "X", required: false },
      ],
      requestModels: { "application/json": { type: "object" } },
      methodResponses: [
        { statusCode: "201", headers: ["X-Kind"] },
        { statusCode: "404", headers: ["X-Kind"] },
      ],
      integration: {
        type: "AWS",
        httpMethod: "POST",
        passthroughBehavior: "WHEN_NO_TEMPLATES",
        requestTemplates: [
          { contentType: "application/json", text: '{"table": "Pets-dev", "id": $input.json("$.id")}' },
        ],
        responses: [
          { statusCode: "201", responseTemplates: [{ text: "$input.path('$')" }] },
          {
            statusCode: "404",
            selectionPattern: ".*none.*",
            responseParameters: { "method.response.header.X-Kind": "'none'" },
            responseTemplates: [{ text: "{}" }],
          },
        ],
      },
    });
  });

  it("says that templates which the framework makes are missing", async () => {
    const api = await readApi(
      service("  f: { handler: a.b, events: [{ http: { method: get, path: a, integration: lambda } }] }"),
    );
    expect(api.problems).toEqual([expect.stringContaining("request templates that the framework makes itself")]);
    const statuses = api.route("GET /a").integration?.responses.map(({ statusCode }) => statusCode);
    expect(statuses).toEqual(["200", "400", "401", "403", "404", "422", "500", "502", "504"]);
  });

  it("has authorizers and preflights", async () => {
    const api = await readApi(
      service(`
  guard: { handler: guard.handler }
  one: { handler: a.b, events: [{ http: { method: get, path: one, authorizer: guard, cors: true } }] }
  two: { handler: a.b, events: [{ http: { method: get, path: two, authorizer: aws_iam } }] }
  three:
    handler: a.b
    events: [{ http: { method: get, path: three, authorizer: { name: users, arn: "arn:aws:cognito-idp:r:a:userpool/x" } } }]`),
    );
    expect(api.route("GET /one").authorizer).toBe("guard");
    expect(api.route("GET /two").authorizer).toBe("AWS_IAM");
    expect(api.definition.authorizers).toMatchObject({
      guard: { kind: "TOKEN", functionUri: expect.stringContaining("function:pets-dev-guard/") },
      users: { kind: "COGNITO_USER_POOLS" },
    });
    expect(api.route("OPTIONS /one").integration?.responses[0]?.responseParameters).toMatchObject({
      "method.response.header.Access-Control-Allow-Origin": "'*'",
      "method.response.header.Access-Control-Allow-Methods": "'OPTIONS,GET'",
    });
  });

  it("brings tables along, in its file or in another", async () => {
    const table = `Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: \${self:custom.table}
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]`;
    const get = "  get: { handler: a.b, events: [http: GET /] }";
    const own = await readApi(service(get, `resources:\n  ${table.replaceAll("\n", "\n  ")}`));
    expect(own.definition.tables.map(({ TableName }) => TableName)).toEqual(["Pets-dev"]);
    const other = await readApi({ ...service(get, "resources: ${file(infra/table.yml)}"), "infra/table.yml": table });
    expect(other.definition.tables).toEqual(own.definition.tables);
    expect(other.files).toEqual(["serverless.yml", "infra/table.yml"]);
  });

  it("has all templates in resources together, and sections in files of their own", async () => {
    const table = (name: string) =>
      `${name}: { Type: AWS::DynamoDB::Table, Properties: { KeySchema: [{ AttributeName: id, KeyType: HASH }], AttributeDefinitions: [{ AttributeName: id, AttributeType: S }] } }`;
    const files = {
      "tables.yml": table("One"),
      "more.yml": `Resources:\n  ${table("Two")}\nConditions: { Never: !Equals [a, b] }`,
    };
    const get = "  get: { handler: a.b, events: [http: GET /] }";
    const list = `resources:
  - Resources: \${file(tables.yml)}
  - \${file(more.yml)}
  - Resources: { Three: { Type: AWS::DynamoDB::Table, Condition: Never } }`;
    const several = await readApi({ ...service(get, list), ...files });
    expect(several.problems).toEqual([]);
    expect(several.definition.tables.map(({ TableName }) => TableName)).toEqual(["One", "Two"]);
    const one = await readApi({ ...service(get, "resources: { Resources: '${file(tables.yml)}' }"), ...files });
    expect(one.definition.tables.map(({ TableName }) => TableName)).toEqual(["One"]);
  });

  it("says of a file that has no value for it why that is", async () => {
    const uri = (value: string) =>
      `  f: { handler: a.b, events: [{ http: { method: get, path: a, integration: http, request: { uri: "${value}", template: x } } }] }`;
    const problemsOf = async (variable: string) =>
      (await readApi({ ...service(uri(`\${${variable}}`)), "there.yml": "a: 1", "code.js": "module.exports = {" }))
        .problems;
    expect(await problemsOf("file(gone.yml):a")).toEqual([
      expect.stringMatching(/gone\.yml cannot be read; the text "file\(gone\.yml\):a" stands for it here$/),
    ]);
    expect(await problemsOf("file(there.yml):b")).toEqual([
      expect.stringContaining("] file(there.yml):b leads nowhere; "),
    ]);
    expect(await problemsOf("file(code.js):a")).toEqual([
      expect.stringContaining("] code.js is code, which is not run here; "),
    ]);
  });

  it("reads files whose names have variables in them", async () => {
    const api = await readApi({
      ...service(
        `  f: { handler: a.b, events: [{ http: { method: get, path: a, integration: http, request: { uri: "\${file(./config.\${self:provider.stage}.yml):host}", template: x } } }] }`,
      ),
      "config.dev.yml": "host: ${file(hosts.${sls:stage}.yml):own}",
      "hosts.dev.yml": "own: http://dev.example.com",
    });
    expect(api.route("GET /a").integration?.uri).toBe("http://dev.example.com");
    expect(api.files).toEqual(["serverless.yml", "config.dev.yml", "hosts.dev.yml"]);
  });

  it("declares parameters of stages, and APIs among its resources", async () => {
    const api = await readApi({
      "serverless.yml": `service: pets
provider: { name: aws }
params: { default: { name: pets, host: a }, dev: { host: dev.example.com } }
resources:
  Resources:
    Api:
      Type: AWS::ApiGateway::RestApi
      Properties:
        Name: "\${param:name}-\${param:host}"
        Body: { paths: { /a: { get: { x-amazon-apigateway-integration: { type: http, uri: !Sub "http://\${AWS::Region}" } } } } }`,
    });
    expect([api.problems, api.definition.name]).toEqual([[], "pets-dev.example.com"]);
    expect(api.route("GET /a").integration?.uri).toBe("http://us-east-1");
  });

  it("has methods of the framework's API among its resources", async () => {
    const api = await readApi(
      service(
        '  get: { handler: a.b, events: [http: "GET /"] }',
        `resources:
  Resources:
    Put:
      Type: AWS::ApiGateway::Method
      Properties:
        RestApiId: !Ref ApiGatewayRestApi
        ResourceId: !GetAtt ApiGatewayRestApi.RootResourceId
        HttpMethod: PUT
        Integration: { Type: MOCK }`,
      ),
    );
    expect(api.problems).toEqual([]);
    expect(api.definition.routes.map(({ httpMethod, path }) => `${httpMethod} ${path}`)).toEqual(["GET /", "PUT /"]);
  });

  it("resolves variables within variables, and survives those that lead to themselves", async () => {
    const uri = (value: string) =>
      `  f: { handler: a.b, events: [{ http: { method: get, path: a, integration: http, request: { uri: "${value}", template: x } } }] }`;
    const nested = await readApi(service(uri("http://${self:custom.hosts.${self:provider.stage}}/x")));
    expect(nested.route("GET /a").integration?.uri).toBe("http://dev.example.com/x");
    const given = await readApi(service(uri("${self:custom.a}")), { parameters: { "self:custom.a": "given" } });
    expect(given.route("GET /a").integration?.uri).toBe("given");
    const endless = {
      "serverless.yml": `${SERVICE}  x: \${self:provider.x}\nfunctions:\n${uri("${self:provider.x}")}`,
    };
    expect((await readApi(endless)).problems).toEqual([expect.stringContaining("definition-unresolved")]);
  });

  it("names settings and events that are not regarded", async () => {
    const { problems } = await readApi({
      "serverless.yml": `service: pets
provider:
  name: aws
  apiGateway: { minimumCompressionSize: 1024, resourcePolicy: [], usagePlan: [{ free: { quota: { limit: 5 } } }] }
functions:
  f: { handler: a.b, events: [{ http: GET / }, { httpApi: GET / }] }`,
    });
    expect(problems.map((problem) => problem.replace(/\[.*\] /, ""))).toEqual([
      "definition-unsupported an event of f belongs to an HTTP API, which is not run here",
      "definition-unsupported resourcePolicy: the resource policy is not checked here",
      "definition-unsupported minimumCompressionSize: bodies are not compressed here",
      "definition-unsupported quota: requests are not counted here",
    ]);
  });
});
