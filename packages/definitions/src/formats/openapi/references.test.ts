import { describe, expect, it } from "vitest";
import { readApi } from "../../testing/read-api.js";

const MOCK = `x-amazon-apigateway-integration:
    type: mock
    requestTemplates: { application/json: '{"statusCode": 200}' }
    responses: { default: { statusCode: "200" } }`;

/** An API whose one path item is `item`, in flow style. */
const api = (item: string, rest = "") => `openapi: 3.0.1
info: { title: orders, version: "1" }
paths:
  /orders: ${item}
${rest}`;

const post = (schema: string) => `post:
  requestBody: { content: { application/json: { schema: ${schema} } } }
  ${MOCK}`;

describe("$ref to another file", () => {
  it("may stand for a whole path item, which has its places in that file", async () => {
    const item = `get:\n  ${MOCK}`;
    const { route, files, problems } = await readApi({
      "api/api.yaml": api("{ $ref: ./paths/orders.yaml }"),
      "api/paths/orders.yaml": item,
    });
    expect(problems).toEqual([]);
    expect(route("GET /orders").integration).toMatchObject({
      type: "MOCK",
      place: { file: "api/paths/orders.yaml" },
      requestTemplates: [{ text: '{"statusCode": 200}', place: { file: "api/paths/orders.yaml" } }],
    });
    expect(files).toEqual(["api/api.yaml", "api/paths/orders.yaml"]);
  });

  it.each([
    ["all paths", 'openapi: 3.0.1\npaths: { $ref: "all.yaml#/paths" }'],
    ["a path item, by its escaped path", api('{ $ref: "./all.yaml#/paths/~1orders" }')],
    ["a path item, by its percent-encoded path", api('{ $ref: "./all.yaml#/paths/%7E1orders" }')],
    ["an operation", api('{ get: { $ref: "./all.yaml#/paths/~1orders/get" } }')],
    [
      "an integration",
      api('{ get: { x-amazon-apigateway-integration: { $ref: "./all.yaml#/components/integrations/0" } } }'),
    ],
  ])("may stand for %s", async (_what, text) => {
    const all = `paths: { /orders: { get: { $ref: "#/operation" } } }
operation: { x-amazon-apigateway-integration: { $ref: "#/components/integrations/0" } }
components: { integrations: [{ type: mock, responses: { default: { statusCode: "201" } } }] }`;
    const { route, problems } = await readApi({ "api.yaml": text, "all.yaml": all });
    expect(problems).toEqual([]);
    expect(route("GET /orders").integration).toMatchObject({ type: "MOCK", responses: [{ statusCode: "201" }] });
  });

  it("may stand within an integration, among parameters, responses and security schemes", async () => {
    const { route, definition, problems } = await readApi({
      "api.yaml": api(
        `
    get:
      security: [{ token: [] }]
      parameters: [{ $ref: "parts.yaml#/tenant" }]
      responses: { "200": { $ref: "parts.yaml#/ok" } }
      x-amazon-apigateway-integration:
        type: mock
        responses: { default: { $ref: "parts.yaml#/answer" } }`,
        `components: { securitySchemes: { $ref: "parts.yaml#/schemes" } }
x-amazon-apigateway-gateway-responses: { DEFAULT_4XX: { $ref: "parts.yaml#/refused" } }`,
      ),
      "parts.yaml": `tenant: { name: X-Tenant, in: header, required: true }
ok: { headers: { X-One: {} } }
answer: { statusCode: "200", responseTemplates: { application/json: hello } }
schemes: { token: { $ref: "#/scheme" } }
scheme: { in: header, name: X-Token, x-amazon-apigateway-authorizer: { type: token, authorizerUri: a } }
refused: { statusCode: 418 }`,
    });
    expect(problems).toEqual([]);
    expect(route("GET /orders")).toMatchObject({
      authorizer: "token",
      requestParameters: [{ location: "header", name: "X-Tenant", required: true }],
      methodResponses: [{ statusCode: "200", headers: ["X-One"] }],
      integration: { responses: [{ responseTemplates: [{ text: "hello" }] }] },
    });
    expect(definition.gatewayResponses.DEFAULT_4XX?.statusCode).toBe("418");
  });

  it("brings models, whose own references are those of their file", async () => {
    const { route, problems } = await readApi({
      "api.yaml": api(`\n    ${post("{ $ref: ./models/order.yaml }").replaceAll("\n", "\n    ")}`),
      "models/order.yaml": `type: object
properties:
  items: { type: array, items: { $ref: "common.yaml#/Item" } }
  replaces: { $ref: "order.yaml" }`,
      "models/common.yaml": `Item: { properties: { price: { $ref: "#/Price" } } }\nPrice: { type: number }`,
    });
    expect(problems).toEqual([]);
    expect(route("POST /orders").requestModels).toEqual({
      "application/json": {
        type: "object",
        properties: {
          items: { type: "array", items: { $ref: "#/definitions/Item" } },
          replaces: { $ref: "#/definitions/order" },
        },
        definitions: {
          order: {
            type: "object",
            properties: {
              items: { type: "array", items: { $ref: "#/definitions/Item" } },
              replaces: { $ref: "#/definitions/order" },
            },
          },
          Item: { properties: { price: { $ref: "#/definitions/Price" } } },
          Price: { type: "number" },
        },
      },
    });
  });

  it("keeps models of one name in several files apart", async () => {
    const { route } = await readApi({
      "api.yaml": api(
        `\n    ${post('{ properties: { a: { $ref: "a.yaml#/Item" }, b: { $ref: "b.yaml#/Item" } } }').replaceAll("\n", "\n    ")}`,
      ),
      "a.yaml": "Item: { type: string }",
      "b.yaml": "Item: { type: number }",
    });
    expect(route("POST /orders").requestModels["application/json"]).toEqual({
      properties: { a: { $ref: "#/definitions/Item" }, b: { $ref: "#/definitions/Item_2" } },
      definitions: { Item: { type: "string" }, Item_2: { type: "number" } },
    });
  });

  it("may lead back to the file that it is in, or to the API's", async () => {
    const { route, problems } = await readApi({
      "./api.yaml": api('{ $ref: "paths.yaml#/orders" }', "components: { parameters: { T: { name: t, in: query } } }"),
      "paths.yaml": `orders:
  get:
    parameters: [{ $ref: "api.yaml#/components/parameters/T" }, { $ref: "./paths.yaml#/own" }]
    ${MOCK.replaceAll("\n", "\n  ")}
own: { name: o, in: query }`,
    });
    expect(problems).toEqual([]);
    expect(route("GET /orders").requestParameters.map(({ name }) => name)).toEqual(["t", "o"]);
  });

  it("in a URI's file has its unknown names reported there", async () => {
    const { problems } = await readApi({
      "api.yaml": api("{ $ref: get.yaml }"),
      "get.yaml": `get: { x-amazon-apigateway-integration: { type: http, httpMethod: GET, uri: "\${host}/orders" } }`,
    });
    expect(problems).toEqual([
      'definition-unresolved [{ type: http, httpMethod: GET, uri: "${host}/orders" }] host is known only once the API is deployed; the text "host" stands for it here',
    ]);
  });

  it("that cannot be read is an error by name", async () => {
    const { problems } = await readApi({ "api/api.yaml": api("{ $ref: ./paths/orders.yaml#/item }") });
    expect(problems).toEqual([
      "definition-file-not-found [./paths/orders.yaml#/item] api/paths/orders.yaml cannot be read; what ./paths/orders.yaml#/item declares is missing",
    ]);
  });

  it("that is broken is an error in that file", async () => {
    const { problems } = await readApi({ "api.yaml": api("{ $ref: orders.yaml }"), "orders.yaml": "get: [" });
    expect(problems[0]).toMatch(/^definition-syntax \[.*\] not valid YAML/);
  });

  it("that nothing of the API needs may lead to whatever there is", async () => {
    const { problems, files } = await readApi({
      "api.yaml": api(`\n    get:\n      ${MOCK.replaceAll("\n", "\n    ")}`, "x-docs: { $ref: ./intro.md }"),
      "intro.md": "# Hello: [\n",
    });
    expect({ problems, files }).toEqual({ problems: [], files: ["api.yaml"] });
  });

  it.each([
    ["./orders.yaml#/nothing/there", "leads nowhere: orders.yaml has no /nothing/there"],
    ["orders.yaml#there", "is no JSON pointer: behind # it begins with /"],
    ["https://example.com/orders.yaml", "lies elsewhere and is not fetched"],
    ["orders.yaml#/round", "leads back to itself"],
  ])("%s %s", async (reference, message) => {
    const { definition, problems } = await readApi({
      "api.yaml": api(`{ $ref: "${reference}" }`),
      "orders.yaml": 'round: { $ref: "again.yaml" }',
      "again.yaml": '{ $ref: "orders.yaml#/round" }',
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^definition-not-valid /);
    expect(problems[0]).toContain(`${message}; what it should declare is left out`);
    expect(definition.routes).toEqual([]);
  });
});
