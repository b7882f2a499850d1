import { describe, expect, it } from "vitest";
import { createGateway } from "./create-gateway.js";
import { apiWith, integration, request, route, textOfResponse } from "./testing/definitions.js";
import { logTexts } from "./testing/log-texts.js";

describe("createGateway", () => {
  it("runs a MOCK with both of its templates", async () => {
    const gateway = createGateway(
      apiWith(
        route({
          path: "/pets/{id}",
          integration: integration({
            requestTemplates: [{ contentType: "application/json", text: '{"statusCode": 200}' }],
            responses: [
              {
                statusCode: "200",
                responseParameters: {},
                responseTemplates: [{ contentType: "application/json", text: '{"id": "$input.params(\'id\')"}' }],
              },
            ],
          }),
        }),
      ),
    );
    const invocation = await gateway.invoke(request("GET", "/pets/7"));
    expect(invocation.response.status).toBe(200);
    expect(textOfResponse(invocation)).toBe('{"id": "7"}');
    expect(invocation.steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      "routing done",
      "api-key skipped",
      "authorizer skipped",
      "request-validation skipped",
      "request-parameters skipped",
      "request-template-selection done",
      "request-content-handling skipped",
      "request-template done",
      "request-overrides skipped",
      "integration done",
      "response-selection done",
      "response-parameters skipped",
      "response-template-selection done",
      "response-content-handling skipped",
      "response-template done",
      "response-overrides skipped",
      "header-remapping done",
    ]);
    expect(logTexts(invocation).slice(1)).toEqual([
      `Starting execution for request: ${invocation.requestId}`,
      "HTTP Method: GET, Resource Path: /pets/{id}",
      "Method request path: {id=7}",
      "Method request query string: {}",
      expect.stringContaining("Method request headers: {Host="),
      "Method request body before transformations: ",
      'Method response body after transformations: {"id": "7"}',
      "Method response headers: {Content-Type=application/json}",
      "Successfully completed execution",
      "Method completed with status: 200",
    ]);
  });

  it.each([
    [
      "a body of more than 10 MB",
      { body: new Uint8Array(10_485_761) },
      413,
      "HTTP content length exceeded 10485760 bytes.",
    ],
    [
      "request line and headers of more than 10,240 bytes",
      { headers: { "X-Long": "x".repeat(10_240) } },
      431,
      "HTTP header is larger than 10240 bytes.",
    ],
  ])(
    "refuses %s before it looks at the API, whose gateway responses do not apply",
    async (_what, parts, status, text) => {
      const declared = { responseParameters: { "gatewayresponse.header.X": "'y'" }, responseTemplates: {} };
      const definition = {
        ...apiWith(route()),
        gatewayResponses: { DEFAULT_4XX: declared, REQUEST_TOO_LARGE: declared },
      };
      const invocation = await createGateway(definition).invoke(request("POST", "/", parts));
      expect(invocation.response).toMatchObject({ status, headers: [["Content-Type", "text/plain"]] });
      expect(textOfResponse(invocation)).toBe(text);
      expect(invocation.steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual(["routing failed"]);
      expect(logTexts(invocation)).toHaveLength(1);
    },
  );

  it("lets request line and header values of 10,240 bytes through, names not counted", async () => {
    const gateway = createGateway(apiWith());
    // "GET /?a HTTP/1.1"
    const withValue = (length: number) =>
      gateway.invoke(request("GET", "/?a", { headers: { "X-Long-Name": "x".repeat(length) } }));
    expect((await withValue(10_240 - 16)).response.status).toBe(403);
    expect((await withValue(10_241 - 16)).response.status).toBe(431);
  });

  it.each([
    ["POST", "/pets/7", "This path has DELETE, GET."],
    ["GET", "/dev/pets/7", "dev is the stage, which is no part of the path here: GET /pets/7 has a method."],
    ["GET", "/cats", "The nearest of the API's 2 methods: GET /pets/{id}, DELETE /pets/{id}."],
  ])("says what may be meant by %s %s", async (method, path, advice) => {
    const api = apiWith(
      route({ httpMethod: "GET", path: "/pets/{id}" }),
      route({ httpMethod: "DELETE", path: "/pets/{id}" }),
    );
    const { steps } = await createGateway(api).invoke(request(method, path));
    expect(steps[0]?.explanation).toContain(`403 Missing Authentication Token. ${advice}`);
  });

  it("names the only method that there is", async () => {
    const { steps } = await createGateway(apiWith(route({ httpMethod: "GET", path: "/pets" }))).invoke(
      request("GET", "/pet"),
    );
    expect(steps[0]?.explanation).toContain("The API's only method is GET /pets.");
  });

  it("answers 403 for a path that is not there", async () => {
    const { response, steps } = await createGateway(apiWith()).invoke(request("GET", "/nowhere"));
    expect(response.status).toBe(403);
    expect(new TextDecoder().decode(response.body)).toBe('{"message":"Missing Authentication Token"}');
    expect(steps.map(({ name }) => name)).toEqual(["routing", "gateway-response"]);
  });
});
