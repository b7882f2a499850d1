import { describe, expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const MOCK = `
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses: { default: { statusCode: "200" } }`;

const operation = (lines: string, rest = "") => `openapi: 3.0.1
info: { title: pets, version: "1" }
paths:
  /pets/{id}:
    get:
      ${lines.trim().replaceAll("\n", "\n      ")}${MOCK}
${rest}`;

const readOperation = async (lines: string, rest = "") => {
  const api = await readApi({ "api.yaml": operation(lines, rest) });
  return { ...api, get: api.route("GET /pets/{id}") };
};

describe("an OpenAPI document", () => {
  it("may write the integration's keys in any case", async () => {
    const api = await readApi({
      "api.json": JSON.stringify({
        swagger: "2.0",
        info: { title: "pets" },
        paths: {
          "/pets": {
            post: {
              "x-amazon-apigateway-integration": {
                Type: "HTTP",
                URI: "https://example.com/{x}",
                httpmethod: "put",
                PassThroughBehavior: "WHEN_NO_TEMPLATES",
                content_handling: "convert_to_text",
                timeoutInMillis: 1000,
                RequestParameters: { "integration.request.path.x": "'1'" },
                request_templates: { "application/json": "a", "text/plain": null },
                Responses: {
                  "4\\d{2}": { statusCode: 400, contentHandling: "CONVERT_TO_BINARY" },
                  default: { statusCode: "200", responseTemplates: { "application/json": "" } },
                },
              },
            },
          },
        },
      }),
    });
    expect(api.problems).toEqual([]);
    expect(api.route("POST /pets").integration).toMatchObject({
      type: "HTTP",
      uri: "https://example.com/{x}",
      httpMethod: "PUT",
      passthroughBehavior: "WHEN_NO_TEMPLATES",
      contentHandling: "CONVERT_TO_TEXT",
      timeoutInMillis: 1000,
      requestParameters: { "integration.request.path.x": "'1'" },
      requestTemplates: [{ contentType: "application/json", text: "a" }],
      responses: [
        { statusCode: "400", selectionPattern: "4\\d{2}", contentHandling: "CONVERT_TO_BINARY" },
        { statusCode: "200", responseTemplates: [{ contentType: "application/json", text: "" }] },
      ],
    });
    expect(api.route("POST /pets").integration?.responses[1]).not.toHaveProperty("selectionPattern");
  });

  it("streams the answers of proxies, and of no other integration", async () => {
    const read = (type: string) =>
      readApi({
        "api.yaml": `openapi: 3.0.1
paths: { /a: { get: { x-amazon-apigateway-integration: { type: ${type}, uri: "http://x", responseTransferMode: STREAM, timeoutInMillis: 900000 } } } }`,
      });
    for (const type of ["http_proxy", "aws_proxy"]) {
      const { route, problems } = await read(type);
      expect([route("GET /a").integration?.streams, route("GET /a").integration?.timeoutInMillis]).toEqual([
        true,
        900_000,
      ]);
      expect(problems).toEqual([]);
    }
    const { route, problems } = await read("http");
    expect(route("GET /a").integration?.streams).toBeUndefined();
    expect(problems).toEqual([
      "definition-not-valid [STREAM] only aws_proxy and http_proxy stream; an integration of type http is refused",
    ]);
  });

  it("may leave out the slash that a path begins with", async () => {
    const text = operation("responses: {}")
      .replace("/pets/{id}:", "pets/{id}:")
      .replace("paths:", "paths:\n  x-note: {}");
    const { definition } = await readApi({ "api.yaml": text });
    expect(definition?.routes.map(({ httpMethod, path }) => `${httpMethod} ${path}`)).toEqual(["GET /pets/{id}"]);
  });

  it("has ANY methods, and ignores what is no method", async () => {
    const text = operation("responses: {}").replace("    get:", "    summary: x\n    x-amazon-apigateway-any-method:");
    expect((await readApi({ "api.yaml": text })).definition.routes.map(({ httpMethod }) => httpMethod)).toEqual([
      "ANY",
    ]);
  });

  it("declares parameters on the path, on the operation, and by reference", async () => {
    const { get } = await readOperation(
      `parameters:
  - { name: id, in: path, required: true }
  - { $ref: "#/components/parameters/Tenant" }
  - { name: session, in: cookie }`,
      "components: { parameters: { Tenant: { name: X-Tenant, in: header } } }",
    );
    expect(get.requestParameters).toEqual([
      { location: "path", name: "id", required: true },
      { location: "header", name: "X-Tenant", required: false },
    ]);
  });

  it("has models by content type, with the schemas that they refer to", async () => {
    const { get } = await readOperation(
      `requestBody:
  content:
    application/json: { schema: { $ref: "#/components/schemas/Tree" } }
    text/plain: { schema: { type: string } }`,
      `components:
  schemas:
    Tree: { properties: { left: { $ref: "#/components/schemas/Tree" }, leaf: { $ref: "#/components/schemas/Leaf" } } }
    Leaf: { type: integer }
    Other: { type: "null" }`,
    );
    expect(get.requestModels).toEqual({
      "application/json": {
        properties: { left: { $ref: "#/definitions/Tree" }, leaf: { $ref: "#/definitions/Leaf" } },
        definitions: {
          Tree: { properties: { left: { $ref: "#/definitions/Tree" }, leaf: { $ref: "#/definitions/Leaf" } } },
          Leaf: { type: "integer" },
        },
      },
      "text/plain": { type: "string" },
    });
  });

  it("has one model for all that is consumed in OpenAPI 2", async () => {
    const text = `swagger: "2.0"
consumes: [application/json, application/x-pet]
paths:
  /pets:
    post:
      parameters: [{ in: body, name: pet, schema: { type: object } }]${MOCK}`;
    const { route } = await readApi({ "api.yaml": text });
    expect(Object.keys(route("POST /pets").requestModels)).toEqual(["application/json", "application/x-pet"]);
  });

  it("has validators of the API and of operations", async () => {
    const validators = `x-amazon-apigateway-request-validators:
  all: { validateRequestBody: true, validateRequestParameters: true }
  params: { validateRequestParameters: true }
x-amazon-apigateway-request-validator: params`;
    expect((await readOperation("responses: {}", validators)).get.validator).toEqual({ body: false, parameters: true });
    const own = await readOperation("x-amazon-apigateway-request-validator: all", validators);
    expect(own.get.validator).toEqual({ body: true, parameters: true });
    const unknown = await readOperation("x-amazon-apigateway-request-validator: none", validators);
    expect(unknown.problems).toEqual([
      "definition-not-valid [none] the request validator none is not declared; nothing is checked",
    ]);
  });

  it("has authorizers, API keys and IAM", async () => {
    const schemes = `components:
  securitySchemes:
    key: { type: apiKey, name: x-api-key, in: header }
    iam: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }
    token:
      type: apiKey
      name: X-Token
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer:
        type: token
        authorizerUri: { "Fn::Sub": "arn:aws:apigateway:\${AWS::Region}:lambda:path/x/functions/f/invocations" }
        identityValidationExpression: "^t.*"
    request:
      type: apiKey
      name: Unused
      in: header
      x-amazon-apigateway-authorizer:
        type: request
        identitySource: method.request.querystring.who, context.identity.sourceIp
    plain: { type: http, scheme: basic }`;
    const { get, definition } = await readOperation("security: [{ token: [a, b], key: [] }]", schemes);
    expect(get).toMatchObject({ authorizer: "token", authorizationScopes: ["a", "b"], apiKeyRequired: true });
    expect(definition.authorizers).toEqual({
      token: {
        kind: "TOKEN",
        name: "token",
        functionUri: "arn:aws:apigateway:us-east-1:lambda:path/x/functions/f/invocations",
        identitySources: ["method.request.header.X-Token"],
        validationExpression: "^t.*",
      },
      request: {
        kind: "REQUEST",
        name: "request",
        identitySources: ["method.request.querystring.who", "context.identity.sourceIp"],
      },
    });
    expect((await readOperation("security: [{ iam: [] }]", schemes)).get.authorizer).toBe("AWS_IAM");
    expect((await readOperation("security: [{ plain: [] }]", schemes)).problems).toEqual([
      "definition-not-valid [[]] the security scheme plain has no authorizer; requests pass without it",
    ]);
    expect((await readOperation("security: [{ none: [] }]", schemes)).problems).toEqual([
      "definition-not-valid [[]] the security scheme none is not declared; requests pass without it",
    ]);
  });

  it("has gateway responses, binary media types, and where keys come from", async () => {
    const { definition } = await readOperation(
      "responses: {}",
      `x-amazon-apigateway-binary-media-types: ["image/*"]
x-amazon-apigateway-api-key-source: AUTHORIZER
x-amazon-apigateway-gateway-responses:
  DEFAULT_4XX:
    statusCode: 418
    responseParameters: { gatewayresponse.header.X: "'y'" }
    responseTemplates: { application/json: "{}" }`,
    );
    expect(definition).toMatchObject({
      binaryMediaTypes: ["image/*"],
      apiKeySource: "AUTHORIZER",
      gatewayResponses: {
        DEFAULT_4XX: {
          statusCode: "418",
          responseParameters: { "gatewayresponse.header.X": "'y'" },
          responseTemplates: { "application/json": "{}" },
        },
      },
    });
  });

  it("declares the headers of method responses; what is no status is none", async () => {
    const { get } = await readOperation(`responses:
  "200": { headers: { X-One: {}, X-Two: {} } }
  default: { description: else }`);
    expect(get.methodResponses).toEqual([{ statusCode: "200", headers: ["X-One", "X-Two"] }]);
  });

  it("takes parameters in URIs, and leaves Velocity's and the stage's references alone", async () => {
    const text = operation("responses: {}")
      .replace("type: mock", 'type: http\n        uri: "${host}/${stageVariables.path}/{id}"')
      .replace('{"statusCode": 200}', "${host}");
    const api = await readApi({ "api.yaml": text }, { parameters: { host: "http://localhost" } });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /pets/{id}").integration).toMatchObject({
      uri: "http://localhost/${stageVariables.path}/{id}",
      requestTemplates: [{ text: "${host}" }],
    });
  });

  it("takes pseudo parameters in URIs for what the region and the account are", async () => {
    const text = operation("responses: {}").replace(
      "type: mock",
      'type: aws\n        uri: "arn:aws:apigateway:${AWS::Region}:sqs:path/${AWS::AccountId}/x"',
    );
    const api = await readApi({ "api.yaml": text }, { parameters: { "AWS::Region": "eu-west-1" } });
    expect(api.problems).toEqual([]);
    expect(api.route("GET /pets/{id}").integration?.uri).toBe("arn:aws:apigateway:eu-west-1:sqs:path/123456789012/x");
  });

  it("says by name and place what it leaves out", async () => {
    const bad = operation("responses: {}", "x-amazon-apigateway-policy: {}").replace("type: mock", "type: websocket");
    expect((await readApi({ "api.yaml": bad })).problems).toEqual([
      "definition-unsupported [{}] x-amazon-apigateway-policy: the resource policy is not checked here",
      "definition-not-valid [type: websocket] the integration has the type WEBSOCKET, which REST APIs do not have; its method answers with 500",
    ]);
    const map = operation("responses: {}").replace(`'{"statusCode": 200}'`, '{"statusCode": 200}');
    expect((await readApi({ "api.yaml": map })).problems).toEqual([
      'definition-not-valid [{"statusCode": 200}] the template of application/json is a map instead of a text; left out',
    ]);
    const none = operation("responses: {}").replace("x-amazon-apigateway-integration", "x-other");
    expect((await readApi({ "api.yaml": none })).problems).toEqual([
      "definition-not-valid [responses: {}] the operation has no x-amazon-apigateway-integration; calling it is a configuration error, 500",
    ]);
  });

  it("with a key twice has what the last one says", async () => {
    const { definition } = await readApi({ "api.yaml": `paths:\n${operation("responses: {}")}` });
    expect(definition.routes.map(({ path }) => path)).toEqual(["/pets/{id}"]);
  });

  it("without methods is an API that has an answer for nobody, which is said", async () => {
    const { problems } = await readApi({ "api.yaml": "openapi: 3.0.1\ninfo: { title: empty }\npaths: {}" });
    expect(problems).toEqual(["definition-not-valid [] empty has no methods; it answers every request with 403"]);
  });

  it("that is an HTTP API's is not run", async () => {
    const paths =
      "paths: { /a: { get: { x-amazon-apigateway-integration: { type: aws_proxy, payloadFormatVersion: '2.0' } } } }";
    expect((await readApi({ "api.yaml": `openapi: 3.0.1\ninfo: { title: t }\n${paths}` })).problems).toEqual([
      expect.stringContaining("t is an HTTP API: HTTP and WebSocket APIs are not run here, only REST APIs"),
      expect.stringContaining("api.yaml declares no REST API"),
    ]);
    const mapped = `openapi: 3.0.1\n${paths.replace("aws_proxy", "mock")}`;
    expect((await readApi({ "api.yaml": mapped })).route("GET /a").integration?.type).toBe("MOCK");
  });

  it("that is no YAML or JSON is an error at its place", async () => {
    expect((await readApi({ "api.yaml": "paths:\n  /a: [" })).problems[0]).toMatch(
      /^definition-syntax \[.*\] not valid YAML/,
    );
    expect((await readApi({ "api.json": '{"paths": {' })).problems[0]).toMatch(
      /^definition-syntax \[.*\] not valid JSON/,
    );
    expect((await readApi({ "api.yaml": "hello: world" })).problems).toEqual([
      "definition-no-api [] api.yaml declares no REST API",
    ]);
    expect((await readApi({ "stack.ts": "new RestApi(this, 'a');" })).problems).toEqual([
      "definition-no-api [] stack.ts is a program, which has to be run to know the API that it declares",
    ]);
  });
});
