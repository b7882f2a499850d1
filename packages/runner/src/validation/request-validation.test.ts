import type { Route } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { logTexts } from "../testing/log-texts.js";

const mock = integration({ requestTemplates: [{ contentType: "$default", text: '{"statusCode": 200}' }] });

function gateway(parts: Partial<Route>) {
  return createGateway(apiWith(route({ path: "/{id}", integration: mock, ...parts })));
}

describe("the step of the validation", () => {
  const told = async (validator: Route["validator"], contentType: string) => {
    const parts = { validator, requestModels: { "application/json": { type: "object" } } };
    const { steps } = await gateway(parts).invoke(
      request("POST", "/7", { headers: { "Content-Type": contentType }, body: "{}" }),
    );
    return steps.find(({ name }) => name === "request-validation")?.explanation;
  };

  it.each([
    [{ body: true, parameters: false }, "application/json", "The body matches the model for application/json."],
    [{ body: true, parameters: false }, "text/plain", "The body is not checked: no model is for text/plain."],
    [
      { body: false, parameters: true },
      "application/json",
      "All required parameters are there. The body is not checked: the validator does not ask for it.",
    ],
    [{ body: false, parameters: false }, "application/json", "The method has no request validator."],
  ])("says what was checked: %j, %s", async (validator, contentType, explanation) => {
    expect(await told(validator, contentType)).toBe(explanation);
  });
});

describe("required parameters", () => {
  const validated = gateway({
    validator: { body: false, parameters: true },
    requestParameters: [
      { location: "querystring", name: "q", required: true },
      { location: "path", name: "id", required: true },
      { location: "header", name: "X-Id", required: true },
      { location: "header", name: "X-Optional", required: false },
    ],
  });

  it.each<[url: string, headers: Readonly<Record<string, string>>, missing: string]>([
    ["/7", {}, "[X-Id, q]"],
    ["/7?q=1", {}, "[X-Id]"],
    ["/7?q=1", { "X-Id": "" }, "[X-Id]"],
    ["/7?q=", { "X-Id": "1" }, "[q]"],
    ["/7?Q=1", { "X-Id": "1" }, "[q]"],
  ])("%s with %j lacks %s", async (url, headers, missing) => {
    const invocation = await validated.invoke(request("GET", url, { headers }));
    expect(invocation.response.status).toBe(400);
    expect(textOfResponse(invocation)).toBe(`{"message": "Missing required request parameters: ${missing}"}`);
    expect(new Map(invocation.response.headers).get("x-amzn-ErrorType")).toBe("BadRequestException");
  });

  it("that are there let the request through", async () => {
    const invocation = await validated.invoke(request("GET", "/7?q=1", { headers: { "x-id": "1" } }));
    expect(invocation.response.status).toBe(200);
  });

  it("are not checked without a validator for them", async () => {
    const open = gateway({ requestParameters: [{ location: "header", name: "X-Id", required: true }] });
    expect((await open.invoke(request("GET", "/7"))).response.status).toBe(200);
  });
});

describe("a model", () => {
  const model = {
    $schema: "http://json-schema.org/draft-04/schema#",
    title: "Pet",
    type: "object",
    required: ["name", "age"],
    additionalProperties: false,
    properties: {
      name: { type: "string", minLength: 2, maxLength: 5, pattern: "^[a-z]*$" },
      age: { type: "integer", minimum: 0, maximum: 30, exclusiveMaximum: true },
      kind: { enum: ["cat", "dog"] },
      friends: { type: "array", items: { $ref: "#/definitions/name" } },
    },
    definitions: { name: { type: "string" } },
  };
  const validated = gateway({
    validator: { body: true, parameters: false },
    requestModels: { "application/json": model, "text/csv": { type: "string" } },
  });
  const send = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    validated.invoke(request("POST", "/7", { body, headers }));

  it.each<[body: string, problems: string]>([
    ["", "[Unknown error parsing request body]"],
    ["{", "[Unknown error parsing request body]"],
    ["{}", '[object has missing required properties (["age","name"])]'],
    ['"x"', '[instance type (string) does not match any allowed primitive type (allowed: ["object"])]'],
    ['{"name":"rex"}', '[object has missing required properties (["age"])]'],
    ['{"name":1,"age":1}', '[instance type (integer) does not match any allowed primitive type (allowed: ["string"])]'],
    [
      '{"name":"rex","age":"1"}',
      '[instance type (string) does not match any allowed primitive type (allowed: ["integer"])]',
    ],
    ['{"name":"r","age":1}', '[string "r" is too short (length: 1, required minimum: 2)]'],
    ['{"name":"rexxxx","age":1}', '[string "rexxxx" is too long (length: 6, maximum allowed: 5)]'],
    ['{"name":"REX","age":1}', '[ECMA 262 regex "^[a-z]*$" does not match input string "REX"]'],
    ['{"name":"rex","age":-1}', "[numeric instance is lower than the required minimum (minimum: 0, found: -1)]"],
    [
      '{"name":"rex","age":1,"kind":"cow"}',
      '[instance value ("cow") not found in enum (possible values: ["cat","dog"])]',
    ],
    [
      '{"name":"rex","age":1,"b":1,"a":2}',
      '[object instance has properties which are not allowed by the schema: ["a","b"]]',
    ],
    [
      '{"name":"rex","age":1,"friends":["x",null]}',
      '[instance type (null) does not match any allowed primitive type (allowed: ["string"])]',
    ],
  ])("refuses %s", async (body, problems) => {
    const invocation = await send(body);
    expect(invocation.response.status).toBe(400);
    expect(textOfResponse(invocation)).toBe('{"message": "Invalid request body"}');
    expect(logTexts(invocation)).toContain(
      `Request body does not match model schema for content type application/json: ${problems}`,
    );
  });

  it("reads draft 4: an exclusive maximum is a flag", async () => {
    expect((await send('{"name":"rex","age":30}')).response.status).toBe(400);
    expect((await send('{"name":"rex","age":29}')).response.status).toBe(200);
  });

  it.each([
    ["application/json; charset=utf-8", 400],
    ["text/plain", 200],
    ["text/csv", 400],
  ])("is chosen by the content type %s: %i", async (contentType, status) => {
    expect((await send("{}", { "Content-Type": contentType })).response.status).toBe(status);
  });

  it("of $default is for every type", async () => {
    const any = gateway({ validator: { body: true, parameters: false }, requestModels: { $default: model } });
    const invocation = await any.invoke(request("POST", "/7", { body: "{}", headers: { "Content-Type": "text/x" } }));
    expect(invocation.response.status).toBe(400);
  });

  it("that is no schema is a 500", async () => {
    const broken = gateway({
      validator: { body: true, parameters: false },
      requestModels: { "application/json": { type: "nonsense" } },
    });
    expect((await broken.invoke(request("POST", "/7", { body: "{}" }))).response.status).toBe(500);
  });

  it("shows what is wrong to gateway responses", async () => {
    const definition = {
      ...apiWith(
        route({
          integration: mock,
          validator: { body: true, parameters: false },
          requestModels: { "application/json": model },
        }),
      ),
      gatewayResponses: {
        BAD_REQUEST_BODY: {
          responseParameters: {},
          responseTemplates: { "application/json": "$context.error.validationErrorString" },
        },
      },
    };
    const invocation = await createGateway(definition).invoke(request("POST", "/", { body: "{}" }));
    expect(textOfResponse(invocation)).toBe('[object has missing required properties (["age","name"])]');
  });
});
