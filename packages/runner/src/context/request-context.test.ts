import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";

function gateway(template: string) {
  const definition = apiWith(
    route({
      path: "/pets/{id}",
      integration: integration({
        requestTemplates: [{ contentType: "application/json", text: '{"statusCode": 200}' }],
        responses: [
          {
            statusCode: "200",
            responseParameters: {},
            responseTemplates: [{ contentType: "application/json", text: template }],
          },
        ],
      }),
    }),
  );
  let random = 0;
  return createGateway(
    { ...definition, stageVariables: { color: "blue" } },
    {
      clock: () => 1_700_000_000_000,
      random: () => (random = (random + 0.13) % 1),
      region: "eu-central-1",
      accountId: "111111111111",
    },
  );
}

async function print(template: string, testInvoke = false) {
  const sent = request("GET", "/pets/7?q=1&q=2", { headers: { "User-Agent": "me", "X-A": "h" } });
  return textOfResponse(await gateway(template).invoke({ ...sent, testInvoke }));
}

describe("$context", () => {
  it("has the names that were recorded, in their order", async () => {
    expect(await print("#foreach($k in $context.keySet())$k #end")).toBe(
      "resourceId resourcePath httpMethod extendedRequestId requestTime path accountId protocol requestOverride stage " +
        "domainPrefix requestTimeEpoch requestId identity domainName deploymentId responseOverride apiId ",
    );
    expect(await print("#foreach($k in $context.identity.keySet())$k #end")).toBe(
      "cognitoIdentityPoolId accountId cognitoIdentityId caller sourceIp principalOrgId accessKey " +
        "cognitoAuthenticationType cognitoAuthenticationProvider userArn userAgent user ",
    );
    expect(await print("#foreach($k in $context.requestOverride.keySet())$k #end")).toBe("path header querystring ");
  });

  it.each([
    ["resourcePath", "/pets/{id}"],
    ["httpMethod", "GET"],
    ["path", "/dev/pets/7"],
    ["stage", "dev"],
    ["apiId", "abcde12345"],
    ["accountId", "111111111111"],
    ["protocol", "HTTP/1.1"],
    ["domainPrefix", "abcde12345"],
    ["domainName", "abcde12345.execute-api.eu-central-1.amazonaws.com"],
    ["requestTime", "14/Nov/2023:22:13:20 +0000"],
    ["requestTimeEpoch", "1700000000000"],
    ["identity.sourceIp", "127.0.0.1"],
    ["identity.userAgent", "me"],
    ["identity.caller", ""],
    ["identity", ""],
    ["authorizer.principalId", ""],
    ["error.message", ""],
  ])("%s is %s", async (name, value) => {
    expect(await print(`$context.${name}`)).toBe(value);
  });

  it("has ids of the service's form, the same for the same random numbers", async () => {
    const ids = await print("$context.requestId $context.extendedRequestId $context.resourceId");
    expect(ids).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12} [\w-]{15}= [\da-z]{6}$/);
    expect(await print("$context.requestId $context.extendedRequestId $context.resourceId")).toBe(ids);
  });

  it("of a test is that of the console", async () => {
    expect(await print("$context.stage $context.path $context.identity.sourceIp", true)).toBe(
      "test-invoke-stage /pets/7 test-invoke-source-ip",
    );
  });
});

describe("a template also sees", () => {
  it.each([
    ["$input.params('id') $input.params('q') $input.params('X-A')", "7 2 h"],
    ["$input.params().path.id $input.params().querystring.q", "7 2"],
    ["$stageVariables.color [$stageVariables.none]", "blue []"],
    ["$method.request.multivaluequerystring.get('q').size()", "2"],
    [
      "$input.params('Host') $input.params('X-Forwarded-For')",
      "abcde12345.execute-api.eu-central-1.amazonaws.com 127.0.0.1",
    ],
  ])("%s: %s", async (template, expected) => {
    expect(await print(template)).toBe(expected);
  });

  it("of a test no headers of the edge", async () => {
    expect(await print("$input.params().header.keySet()", true)).toBe("[User-Agent, X-A]");
  });
});
