import type { Authorizer, Route } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import type { GatewayOptions } from "../gateway-options.js";
import { FUNCTION_URI, functionOf, recordingBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import type { AuthorizerAnswer, AuthorizerEvent, AuthorizerFunction } from "./stand-in.js";

const TOKEN: Authorizer = { kind: "TOKEN", name: "tokens", identitySources: ["method.request.header.Authorization"] };

/** Prints what templates see of the authorizer. */
const seen = "$context.authorizer.principalId $context.authorizer.plan $context.authorizer.claims.email";

interface Call {
  readonly authorizer?: Authorizer;
  readonly options?: GatewayOptions;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly more?: Partial<Route>;
}

async function call({
  authorizer = TOKEN,
  options = {},
  headers = { Authorization: "abc" },
  url = "/pets/7",
  more,
}: Call) {
  const mock = integration({
    requestTemplates: [{ contentType: "application/json", text: '{"statusCode": 200}' }],
    responses: [
      {
        statusCode: "200",
        responseParameters: {},
        responseTemplates: [{ contentType: "application/json", text: seen }],
      },
    ],
  });
  const definition = {
    ...apiWith(route({ path: "/pets/{id}", authorizer: authorizer.name, integration: mock, ...more })),
    authorizers: { [authorizer.name]: authorizer },
  };
  const invocation = await createGateway(definition, options).invoke(request("GET", url, { headers }));
  return [invocation.response.status, textOfResponse(invocation)];
}

function policy(Effect: string, Resource: string, more: Partial<AuthorizerAnswer> = {}): AuthorizerAnswer {
  const Statement = [{ Effect, Action: "execute-api:Invoke", Resource }];
  return { principalId: "me", policyDocument: { Version: "2012-10-17", Statement }, ...more };
}

const own = (authorize: AuthorizerFunction): GatewayOptions => ({
  authorizers: { tokens: { kind: "function", authorize } },
});
const METHOD = "arn:aws:execute-api:us-east-1:123456789012:abcde12345/dev/GET/pets/7";
const DENIED = [403, '{"Message":"User is not authorized to access this resource"}'];

describe("a Lambda authorizer", () => {
  it.each<[effect: string, resource: string, expected: readonly unknown[]]>([
    ["Allow", METHOD, [200, "me  "]],
    ["Allow", "*", [200, "me  "]],
    ["Allow", "arn:aws:execute-api:*:*:abcde12345/*/GET/pets/*", [200, "me  "]],
    ["Allow", "arn:aws:execute-api:*:*:abcde12345/dev/GET/pets/?", [200, "me  "]],
    ["Allow", "arn:aws:execute-api:*:*:abcde12345/dev/POST/*", DENIED],
    ["Allow", `${METHOD}7`, DENIED],
    ["Deny", "*", [403, '{"Message":"User is not authorized to access this resource with an explicit deny"}']],
  ])("that answers %s %s", async (effect, resource, expected) => {
    expect(await call({ options: own(() => policy(effect, resource)) })).toEqual(expected);
  });

  it("denies when one statement allows and one denies", async () => {
    const answer = policy("Allow", "*");
    const { Statement } = policy("Deny", METHOD).policyDocument;
    const both = { ...answer, policyDocument: { Statement: [answer.policyDocument.Statement, Statement].flat() } };
    expect((await call({ options: own(() => both) }))[0]).toBe(403);
  });

  it("gives templates its context, as strings", async () => {
    const answer = policy("Allow", "*", { context: { plan: 1 } });
    expect(await call({ options: own(async () => answer) })).toEqual([200, "me 1 "]);
  });

  it("that throws Unauthorized: 401, anything else: 500 without a message", async () => {
    const throwing = (message: string) =>
      own(() => {
        throw new Error(message);
      });
    expect(await call({ options: throwing("Unauthorized") })).toEqual([401, '{"message":"Unauthorized"}']);
    expect(await call({ options: throwing("boom") })).toEqual([500, '{"message":null}']);
  });

  it.each([undefined, "text", { principalId: "me" }, { principalId: 1, policyDocument: { Statement: [] } }])(
    "that answers %j: 500",
    async (answer) => {
      const authorize = (() => answer) as unknown as AuthorizerFunction;
      expect(await call({ options: own(authorize) })).toEqual([500, '{"message":null}']);
    },
  );

  it("is not called when an identity source is missing, or the token does not match: 401", async () => {
    let calls = 0;
    const options = own(() => {
      calls++;
      return policy("Allow", "*");
    });
    const strict: Authorizer = { ...TOKEN, validationExpression: "Bearer [a-z]+" };
    expect((await call({ options, headers: {} }))[0]).toBe(401);
    expect((await call({ options, authorizer: strict, headers: { Authorization: "Bearer 1" } }))[0]).toBe(401);
    expect(calls).toBe(0);
    expect((await call({ options, authorizer: strict, headers: { authorization: "Bearer a" } }))[0]).toBe(200);
  });

  it("gets the token, or the whole request", async () => {
    const events: AuthorizerEvent[] = [];
    const options = own((event) => {
      events.push(event);
      return policy("Allow", "*");
    });
    await call({ options });
    await call({
      options,
      url: "/pets/7?a=1&a=2",
      authorizer: { ...TOKEN, kind: "REQUEST", identitySources: ["method.request.querystring.a"] },
    });
    expect(events[0]).toEqual({ type: "TOKEN", authorizationToken: "abc", methodArn: METHOD });
    expect(events[1]).toMatchObject({
      type: "REQUEST",
      methodArn: METHOD,
      resource: "/pets/{id}",
      path: "/pets/7",
      httpMethod: "GET",
      queryStringParameters: { a: "2" },
      multiValueQueryStringParameters: { a: ["1", "2"] },
      pathParameters: { id: "7" },
      requestContext: { stage: "dev", resourcePath: "/pets/{id}" },
    });
  });

  it("without a stand-in is called through the backends", async () => {
    const { backend, sent } = recordingBackend(functionOf(policy("Allow", "*")));
    const authorizer: Authorizer = { ...TOKEN, functionUri: FUNCTION_URI };
    expect(await call({ authorizer, options: { backends: [backend] } })).toEqual([200, "me  "]);
    expect(sent[0]?.target).toMatchObject({
      kind: "lambda",
      functionArn: "arn:aws:lambda:us-east-1:123456789012:function:f",
    });
    const failing = functionOf({ errorMessage: "Unauthorized" });
    expect((await call({ authorizer, options: { backends: [failing] } }))[0]).toBe(401);
    expect(await call({ authorizer: { ...TOKEN, functionUri: "f" } })).toEqual([500, '{"message":null}']);
  });
});

/** A token that nobody has signed. */
function jwt(claims: object): string {
  const encode = (value: object) =>
    btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `${encode({ alg: "none" })}.${encode(claims)}.x`;
}

describe("a Cognito user pool", () => {
  const authorizer: Authorizer = { kind: "COGNITO_USER_POOLS", name: "pool", identitySources: [] };
  const options: GatewayOptions = { clock: () => 1_000_000 };

  it.each<[what: string, token: string | undefined, scopes: readonly string[], expected: readonly unknown[]]>([
    ["a token", jwt({ email: "a@b.c", exp: 2000 }), [], [200, "  a@b.c"]],
    ["a Bearer token", `Bearer ${jwt({ email: "a@b.c" })}`, [], [200, "  a@b.c"]],
    ["an expired token", jwt({ exp: 999 }), [], [401, '{"message":"The incoming token has expired"}']],
    ["no token", undefined, [], [401, '{"message":"Unauthorized"}']],
    ["something else", "abc", [], [401, '{"message":"Unauthorized"}']],
    ["a token of no JSON", "a.b.c", [], [401, '{"message":"Unauthorized"}']],
    ["a token with the scope", jwt({ scope: "read write" }), ["write", "admin"], [200, "  "]],
    ["a token without the scope", jwt({ scope: "read" }), ["write"], [401, '{"message":"Unauthorized"}']],
  ])("with %s", async (_, token, authorizationScopes, expected) => {
    const headers: Record<string, string> = token === undefined ? {} : { Authorization: token };
    expect(await call({ authorizer, options, headers, more: { authorizationScopes } })).toEqual(expected);
  });
});

describe("a stand-in", () => {
  it("with a fixed context, or fixed claims, lets everyone through", async () => {
    const context: GatewayOptions = {
      authorizers: { tokens: { kind: "context", principalId: "p", context: { plan: true } } },
    };
    expect(await call({ options: context, headers: {} })).toEqual([200, "p true "]);
    const claims: GatewayOptions = { authorizers: { tokens: { kind: "claims", claims: { email: "e" } } } };
    expect(await call({ options: claims, headers: {} })).toEqual([200, "  e"]);
  });
});

describe("AWS_IAM", () => {
  const more = { authorizer: "AWS_IAM" };

  it("needs a signed request", async () => {
    expect(await call({ more, headers: {} })).toEqual([403, '{"message":"Missing Authentication Token"}']);
    const Authorization =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/us-east-1/execute-api/aws4_request, Signature=0";
    expect((await call({ more, headers: { Authorization } }))[0]).toBe(200);
  });
});

describe("an authorizer that the API does not declare", () => {
  it("is a 500", async () => {
    expect(await call({ more: { authorizer: "other" } })).toEqual([500, '{"message":null}']);
  });
});

describe("an API key", () => {
  const definition = (apiKeySource: "HEADER" | "AUTHORIZER") => ({
    ...apiWith(
      route({
        apiKeyRequired: true,
        ...(apiKeySource === "AUTHORIZER" && { authorizer: "tokens" }),
        integration: integration({
          requestTemplates: [
            {
              contentType: "application/json",
              text: '#set($context.responseOverride.header.k = $context.identity.apiKeyId){"statusCode": 200}',
            },
          ],
        }),
      }),
    ),
    authorizers: { tokens: TOKEN },
    apiKeySource,
  });

  it.each<[options: GatewayOptions, key: string | undefined, status: number, id: string | undefined]>([
    [{}, "any", 200, "local"],
    [{}, undefined, 403, undefined],
    [{ apiKeys: [{ id: "k1", value: "secret" }] }, "secret", 200, "k1"],
    [{ apiKeys: [{ id: "k1", value: "secret" }] }, "other", 403, undefined],
    [{ apiKeys: [{ id: "k1", value: "secret" }] }, undefined, 403, undefined],
  ])("with %j and the header %s: %i", async (options, key, status, id) => {
    const headers: Record<string, string> = key === undefined ? {} : { "X-Api-Key": key };
    const { response } = await createGateway(definition("HEADER"), options).invoke(request("GET", "/", { headers }));
    expect(response.status).toBe(status);
    expect(new Map(response.headers).get("k")).toBe(id);
  });

  it("may come from the authorizer", async () => {
    const options = {
      ...own(() => policy("Allow", "*", { usageIdentifierKey: "secret" })),
      apiKeys: [{ id: "k1", value: "secret" }],
    };
    const headers = { Authorization: "abc" };
    const { response } = await createGateway(definition("AUTHORIZER"), options).invoke(
      request("GET", "/", { headers }),
    );
    expect([response.status, new Map(response.headers).get("k")]).toEqual([200, "k1"]);
  });
});
