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
          { contentType: "application/x-www-form-urlencoded" },
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

  /** What the framework makes of an http event, by its own source (serverless 3.40). */
  describe("has for an event that is no proxy what the framework adds:", () => {
    const routeOf = async (lines: string) => {
      const event = `{ http: { method: post, path: a, ${lines} } }`;
      const api = await readApi(service(`  f: { handler: a.b, events: [${event}] }`));
      expect(api.problems).toEqual([]);
      return api.route("POST /a");
    };
    const integrationOf = async (lines: string) => {
      const { integration } = await routeOf(lines);
      if (integration === undefined) throw new Error("no integration");
      return integration;
    };
    const typesOf = async (lines: string) =>
      (await integrationOf(lines)).requestTemplates.map(({ contentType }) => contentType);

    it("statuses by the errors' texts", async () => {
      const { responses, passthroughBehavior } = await integrationOf("integration: lambda");
      expect(responses.map(({ statusCode }) => statusCode)).toEqual("200 400 401 403 404 422 500 502 504".split(" "));
      expect(passthroughBehavior).toBe("NEVER");
    });

    it("a 200 for everything else, unless a pattern is the empty text", async () => {
      const statusesOf = async (statusCodes: string) =>
        (
          await integrationOf(`integration: lambda, response: { template: T, statusCodes: ${statusCodes} }`)
        ).responses.map(({ statusCode, selectionPattern = "", responseTemplates }) =>
          [statusCode, selectionPattern, ...responseTemplates.map(({ text }) => text)].join(" "),
        );
      expect(await statusesOf("{ 404: { pattern: x } }")).toEqual(["200  T", "404 x T"]);
      expect(await statusesOf("{ 201: { pattern: '' }, 404: { pattern: x } }")).toEqual(["201  T", "404 x T"]);
      expect(await statusesOf("{ 200: { template: own }, 404: { pattern: x, template: own } }")).toEqual([
        "200  T",
        "404 x own",
      ]);
    });

    it("request templates of JSON and of forms, but for those that the event declares or sets to null", async () => {
      const [json, form] = ["application/json", "application/x-www-form-urlencoded"];
      expect(await typesOf("integration: lambda")).toEqual([json, form]);
      expect(await typesOf("integration: lambda, request: { template: { text/plain: x } }")).toEqual([
        "text/plain",
        json,
        form,
      ]);
      expect(await typesOf(`integration: lambda, request: { template: { ${form}: null } }`)).toEqual([json]);
      expect(await typesOf("async: true")).toEqual([json, form]);
      expect(await typesOf("integration: http, request: { uri: http://x }")).toEqual([]);
    });

    it("mappings of all parameters, and of an asynchronous call", async () => {
      const request =
        "{ uri: http://x, parameters: { paths: { id: true }, headers: { X: { mappedValue: context.stage } } } }";
      expect((await integrationOf(`integration: http, request: ${request}`)).requestParameters).toEqual({
        "integration.request.path.id": "method.request.path.id",
        "integration.request.header.X": "context.stage",
      });
      expect((await integrationOf("async: true")).requestParameters).toEqual({
        "integration.request.header.X-Amz-Invocation-Type": "'Event'",
      });
    });

    it("the client's method and the service's pass-through for other integrations, and no responses", async () => {
      expect(await integrationOf("integration: http, request: { uri: http://x }")).toMatchObject({
        httpMethod: "POST",
        passthroughBehavior: "WHEN_NO_MATCH",
        responses: [],
      });
    });

    it("content handling, of responses for those that succeed", async () => {
      const lines = "request: { contentHandling: CONVERT_TO_TEXT }, response: { contentHandling: CONVERT_TO_BINARY }";
      const { contentHandling, responses } = await integrationOf(`integration: lambda, ${lines}`);
      expect(contentHandling).toBe("CONVERT_TO_TEXT");
      const converted = responses.filter((response) => response.contentHandling === "CONVERT_TO_BINARY");
      expect(converted.map(({ statusCode }) => statusCode)).toEqual(["200"]);
    });

    it("the headers of CORS on every response", async () => {
      const cors = "cors: { origins: [https://a, https://b], allowCredentials: true }";
      const { integration, methodResponses } = await routeOf(
        `integration: lambda, ${cors}, response: { headers: { X: "'1'" } }`,
      );
      const headers = ["Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "X"];
      expect(methodResponses.every((response) => response.headers.join() === headers.join())).toBe(true);
      expect(integration?.responses[3]?.responseParameters).toMatchObject({
        "method.response.header.Access-Control-Allow-Origin": "'https://a,https://b'",
      });
    });

    it("claims that the authorizer names", async () => {
      const { requestTemplates } = await integrationOf(
        "integration: lambda, authorizer: { name: f, claims: [email, 'custom:tenant'] }",
      );
      for (const { text } of requestTemplates) {
        expect(text).toContain('"email": "$context.authorizer.claims.email", ');
        expect(text).toContain(`"tenant": "$context.authorizer.claims['custom:tenant']", "sub": `);
      }
    });
  });

  it("streams what a function behind a proxy writes", async () => {
    const api = await readApi(
      service(
        "  f: { handler: a.b, events: [{ http: { method: get, path: a, response: { transferMode: STREAM } } }] }",
      ),
    );
    expect(api.route("GET /a").integration).toMatchObject({
      streams: true,
      uri: expect.stringMatching(/2021-11-15\/functions\/.*function:pets-dev-f\/response-streaming-invocations$/),
    });
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

  it("adds its functions' events to an API of its resources that provider names", async () => {
    const api = await readApi({
      "serverless.yml": `service: pets
provider:
  name: aws
  apiGateway: { restApiId: !Ref Api, restApiRootResourceId: !GetAtt Api.RootResourceId }
functions:
  get: { handler: a.b, events: [http: "GET /a"] }
resources:
  Resources:
    Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: own, BinaryMediaTypes: [image/png] } }
    Put:
      Type: AWS::ApiGateway::Method
      Properties:
        RestApiId: !Ref Api
        ResourceId: !GetAtt Api.RootResourceId
        HttpMethod: PUT
        Integration: { Type: MOCK }
`,
    });
    expect(api.problems).toEqual([]);
    expect(api.definition.routes.map(({ httpMethod, path }) => `${httpMethod} ${path}`)).toEqual(["GET /a", "PUT /"]);
    expect(api.definition.binaryMediaTypes).toEqual(["image/png"]);
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
