import type { ApiDefinition, GatewayResponse } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { answerFailure } from "../pipeline/steps/gateway-response.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { exchangeOf } from "../testing/exchange.js";
import { GatewayFailure } from "./gateway-failure.js";
import type { GatewayResponseType } from "./response-types.data.js";

const decoder = new TextDecoder();

function response(parts: Partial<GatewayResponse>): GatewayResponse {
  return { responseParameters: {}, responseTemplates: {}, ...parts };
}

function answer(type: GatewayResponseType, gatewayResponses: ApiDefinition["gatewayResponses"], message?: string) {
  const exchange = exchangeOf(
    { ...apiWith(), gatewayResponses, stageVariables: { color: "blue" } },
    {
      headers: { "X-Id": "7", Accept: "text/xml" },
      query: "q=1&q=2",
    },
  );
  const details = { step: "routing", explanation: "", ...(message !== undefined && { message }) } as const;
  const { status, headers, body } = answerFailure(exchange, new GatewayFailure(type, details));
  return { status, headers: new Map(headers), body: decoder.decode(body) };
}

/** AWS developer guide, supported-gateway-response-types; spec 6.9. */
const types: readonly (readonly [GatewayResponseType, number, string])[] = [
  ["ACCESS_DENIED", 403, "AccessDeniedException"],
  ["API_CONFIGURATION_ERROR", 500, "InternalServerErrorException"],
  ["AUTHORIZER_CONFIGURATION_ERROR", 500, "AuthorizerConfigurationException"],
  ["AUTHORIZER_FAILURE", 500, "AuthorizerFailureException"],
  ["BAD_REQUEST_BODY", 400, "BadRequestException"],
  ["BAD_REQUEST_PARAMETERS", 400, "BadRequestException"],
  ["DEFAULT_4XX", 400, "BadRequestException"],
  ["DEFAULT_5XX", 500, "InternalServerErrorException"],
  ["EXPIRED_TOKEN", 403, "ExpiredTokenException"],
  ["INTEGRATION_FAILURE", 504, "InternalServerErrorException"],
  ["INTEGRATION_TIMEOUT", 504, "InternalServerErrorException"],
  ["INVALID_API_KEY", 403, "ForbiddenException"],
  ["INVALID_SIGNATURE", 403, "InvalidSignatureException"],
  ["MISSING_AUTHENTICATION_TOKEN", 403, "MissingAuthenticationTokenException"],
  ["QUOTA_EXCEEDED", 429, "LimitExceededException"],
  ["REQUEST_TOO_LARGE", 413, "RequestTooLargeException"],
  ["RESOURCE_NOT_FOUND", 404, "NotFoundException"],
  ["THROTTLED", 429, "TooManyRequestsException"],
  ["UNAUTHORIZED", 401, "UnauthorizedException"],
  ["UNSUPPORTED_MEDIA_TYPE", 415, "BadRequestException"],
  ["WAF_FILTERED", 403, "ForbiddenException"],
];

describe("a gateway response that nobody has declared", () => {
  it.each(types)("%s: %i %s", (type, status, errorType) => {
    const { headers, body, ...rest } = answer(type, {}, 'the "message"');
    expect(rest.status).toBe(status);
    expect(headers.get("x-amzn-ErrorType")).toBe(errorType);
    expect(headers.get("Content-Type")).toBe("application/json");
    expect(JSON.parse(body)).toEqual({ [type === "ACCESS_DENIED" ? "Message" : "message"]: 'the "message"' });
  });

  it("is as long as recorded", () => {
    expect(answer("API_CONFIGURATION_ERROR", {}).body).toHaveLength(36);
    expect(answer("MISSING_AUTHENTICATION_TOKEN", {}).body).toHaveLength(42);
    expect(answer("INVALID_API_KEY", {}).body).toHaveLength(23);
    expect(answer("UNAUTHORIZED", {}).body).toHaveLength(26);
  });

  it("of an authorizer that failed has no message", () => {
    expect(answer("AUTHORIZER_FAILURE", {}).body).toBe('{"message":null}');
  });
});

describe("a declared gateway response", () => {
  const xml = "<e type='$context.error.responseType'>$context.error.message</e>";

  it("goes before that of its family, which goes before the service's own", () => {
    const own = response({ statusCode: "499" });
    const family = response({ statusCode: "418" });
    expect(answer("THROTTLED", { THROTTLED: own, DEFAULT_4XX: family }).status).toBe(499);
    expect(answer("THROTTLED", { DEFAULT_4XX: family, DEFAULT_5XX: own }).status).toBe(418);
    expect(answer("INTEGRATION_FAILURE", { DEFAULT_4XX: family, DEFAULT_5XX: own }).status).toBe(499);
    expect(answer("THROTTLED", { DEFAULT_4XX: response({}) }).status).toBe(429);
  });

  it("has the template of the accepted type, else of application/json, else the first", () => {
    const responseTemplates = { "application/json": "{}", "text/xml": xml };
    expect(answer("THROTTLED", { THROTTLED: response({ responseTemplates }) })).toMatchObject({
      body: "<e type='THROTTLED'>Too Many Requests</e>",
      headers: expect.toSatisfy((headers: Map<string, string>) => headers.get("Content-Type") === "text/xml"),
    });
    const others = { "text/plain": "first", "application/json": "json" };
    expect(answer("THROTTLED", { THROTTLED: response({ responseTemplates: others }) }).body).toBe("json");
    const first = { "text/plain": "first", "text/html": "second" };
    expect(answer("THROTTLED", { THROTTLED: response({ responseTemplates: first }) }).body).toBe("first");
  });

  it.each([
    ["$context.error.messageString", '"Too Many Requests"'],
    ["$context.error.message.", "Too Many Requests."],
    ["[$context.error.validationErrorString]", "[]"],
    ["$context.nothing.at.all", ""],
    ["$stageVariables.color-x $stageVariables.color", " blue"],
    ["$method.request.header.X-Id $method.request.querystring.q", "7 2"],
    ["#set($x = 1) $input.body ${context.requestId}", "#set($x = 1) $input.body ${context.requestId}"],
    ["$context.__proto__.x $context.constructor", " "],
    ["100$", "100$"],
  ])("substitutes in %s and is no VTL", (text, expected) => {
    const responseTemplates = { "application/json": text };
    expect(answer("THROTTLED", { THROTTLED: response({ responseTemplates }) }).body).toBe(expected);
  });

  it("maps headers", () => {
    const responseParameters = {
      "gatewayresponse.header.Access-Control-Allow-Origin": "'*'",
      "gatewayresponse.header.X-Id": "method.request.header.X-Id",
      "gatewayresponse.header.X-Color": "stageVariables.color",
      "gatewayresponse.header.X-Type": "context.error.responseType",
      "gatewayresponse.header.X-Missing": "method.request.header.Missing",
    };
    const { headers } = answer("THROTTLED", { DEFAULT_4XX: response({ responseParameters }) });
    expect(Object.fromEntries(headers)).toMatchObject({
      "Access-Control-Allow-Origin": "*",
      "X-Id": "7",
      "X-Color": "blue",
      "X-Type": "THROTTLED",
    });
    expect(headers.has("X-Missing")).toBe(false);
  });

  it("answers what fails on the way", async () => {
    const definition = {
      ...apiWith(route({ integration: integration({ passthroughBehavior: "NEVER" }) })),
      gatewayResponses: {
        DEFAULT_4XX: response({
          responseTemplates: { "application/json": "$context.error.message at $context.resourcePath" },
        }),
      },
    };
    const invocation = await createGateway(definition).invoke(request("POST", "/"));
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([415, "Unsupported Media Type at /"]);
  });

  it("takes a body that is broken for one that is not there: a missing source drops its mapping (spec 6.6)", async () => {
    const definition = {
      ...apiWith(route({ integration: integration({ passthroughBehavior: "NEVER" }) })),
      gatewayResponses: {
        DEFAULT_4XX: response({
          responseTemplates: { "application/json": "[$method.request.body.id] [$method.request.body]" },
          responseParameters: { "gatewayresponse.header.X-Id": "method.request.body.id" },
        }),
      },
    };
    const answered = async (body: string) => {
      const invocation = await createGateway(definition).invoke(request("POST", "/", { body }));
      const { status, headers } = invocation.response;
      return [status, textOfResponse(invocation), new Map(headers).get("X-Id")];
    };
    expect(await answered('{"id":7}')).toEqual([415, '[7] [{"id":7}]', "7"]);
    expect(await answered('{"id":')).toEqual([415, "[] []", undefined]);
  });

  it.each([
    ["GET", "/pets/5/type?q=1", "/pets/{petId} /dev/pets/5/type GET 5 1"],
    ["POST", "/pets/5", "/pets/{petId} /dev/pets/5 POST 5 "],
    ["GET", "/nope", "/ /dev/nope GET  "],
    ["PUT", "/files/a/b", "/files/{path+} /dev/files/a/b PUT  "],
  ])("knows the request before it has a method: %s %s", async (method, url, expected) => {
    const template =
      "$context.resourcePath $context.path $context.httpMethod $method.request.path.petId $method.request.querystring.q";
    const common =
      "$context.stage $context.apiId $context.accountId $context.domainName $context.identity.sourceIp " +
      "$context.identity.userAgent $context.requestTimeEpoch $context.protocol $context.error.responseType";
    const definition = {
      ...apiWith(
        route({ httpMethod: "GET", path: "/pets/{petId}" }),
        route({ httpMethod: "GET", path: "/files/{path+}" }),
      ),
      gatewayResponses: {
        MISSING_AUTHENTICATION_TOKEN: response({
          responseParameters: { "gatewayresponse.header.x-request-path": "method.request.path.petId" },
          responseTemplates: { "application/json": `${template}|${common}` },
        }),
      },
    };
    const gateway = createGateway(definition, { clock: () => 1_700_000_000_000 });
    const invocation = await gateway.invoke(request(method, url, { headers: { "User-Agent": "me" } }));
    const host = "abcde12345.execute-api.us-east-1.amazonaws.com";
    const always = `dev abcde12345 123456789012 ${host} 127.0.0.1 me 1700000000000 HTTP/1.1 MISSING_AUTHENTICATION_TOKEN`;
    expect(textOfResponse(invocation)).toBe(`${expected}|${always}`);
    const header = invocation.response.headers.find(([name]) => name === "x-request-path");
    expect(header?.[1]).toBe(expected.includes("petId") ? "5" : undefined);
  });
});
