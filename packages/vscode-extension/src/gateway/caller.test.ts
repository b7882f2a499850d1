import type { ApiDefinition, Route } from "@apigw-vtl/definitions";
import { gatewayRequest } from "@apigw-vtl/runner";
import { describe, expect, it } from "vitest";
import { callerOf } from "./caller.js";

const definition: ApiDefinition = {
  name: "orders",
  id: "abcde12345",
  routes: [],
  authorizers: {
    pool: { kind: "COGNITO_USER_POOLS", name: "pool", identitySources: ["method.request.header.Authorization"] },
    shop: { kind: "TOKEN", name: "shop", identitySources: ["method.request.header.Authorization"] },
  },
  gatewayResponses: {},
  binaryMediaTypes: [],
  stageName: "dev",
  stageVariables: {},
  apiKeySource: "HEADER",
  functions: {},
  tables: [],
};

const route = (authorizer: string): Route => ({
  path: "/",
  httpMethod: "GET",
  apiKeyRequired: false,
  authorizer,
  authorizationScopes: [],
  validator: { body: false, parameters: false },
  requestParameters: [],
  requestModels: {},
  methodResponses: [],
});

const caller = (authorizer: string, context: Readonly<Record<string, unknown>> = {}, headers = {}) =>
  callerOf(definition, route(authorizer), { context }, gatewayRequest("GET", "/", { headers }));

const everyone = (name: string) =>
  `Nobody asks ${name}: everyone is let through. What it decides can be put into the sample, as context.authorizer.`;

describe("who calls", () => {
  it("is whom the sample says, with values as authorizers can give them", () => {
    const authorizer = { principalId: 7, level: 3, admin: true, groups: ["a"] };
    expect(caller("shop", { authorizer })).toEqual({
      authorizers: {
        shop: { kind: "context", principalId: "7", context: { level: 3, admin: true, groups: '["a"]' } },
      },
      notes: [],
    });
  });

  it("has the claims of the sample", () => {
    expect(caller("pool", { authorizer: { claims: { sub: "42", age: 7 } } }).authorizers).toEqual({
      pool: { kind: "claims", claims: { sub: "42", age: "7" } },
    });
  });

  it("has those of a user pool's token, if one is sent", () => {
    expect(caller("pool", {}, { authorization: "a.b.c" })).toEqual({ authorizers: {}, notes: [] });
  });

  it.each([
    ["pool", { kind: "claims", claims: {} }],
    ["shop", { kind: "context" }],
    ["AWS_IAM", { kind: "context" }],
  ])("is anybody where nothing is said, since no function is called: %s", (name, standIn) => {
    expect(caller(name)).toEqual({ authorizers: { [name]: standIn }, notes: [everyone(name)] });
  });
});
