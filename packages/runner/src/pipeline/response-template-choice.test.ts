import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { backendOf, echoBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";

/** Spec 6.3, from request-response-data-mappings and what LocalStack has checked on AWS. */
describe("the response template", () => {
  it.each<[templates: string, accept: string, expected: string]>([
    ["application/json", "(none)", "from application/json"],
    ["application/json, text/xml", "(none)", "from application/json"],
    ["application/json, text/xml", "text/xml", "from text/xml"],
    ["application/json, text/xml", "text/xml;q=0.9", "from text/xml"],
    ["application/json, text/xml", "text/xml, application/json", "from text/xml"],
    ["application/json, text/xml", "application/json, text/xml", "from application/json"],
    ["text/xml, application/json", "text/plain", "from application/json"],
    ["text/xml, application/json", "*/*", "from application/json"],
    ["text/xml, text/plain", "image/png", "from text/xml"],
    ["text/xml, text/plain", "(none)", "from text/xml"],
    ["", "(none)", "the payload"],
    ["", "text/xml", "the payload"],
  ])("of [%s] for Accept %s: %s", async (templates, accept, expected) => {
    const types = templates === "" ? [] : templates.split(", ");
    const definition = apiWith(
      route({
        integration: integration({
          type: "HTTP",
          uri: "https://backend.example.com/",
          httpMethod: "GET",
          responses: [
            {
              statusCode: "200",
              responseParameters: {},
              responseTemplates: types.map((contentType) => ({ contentType, text: `from ${contentType}` })),
            },
          ],
        }),
      }),
    );
    const gateway = createGateway(definition, { backends: [backendOf(() => ({ body: "the payload" }))] });
    const headers = accept === "(none)" ? {} : { Accept: accept };
    const invocation = await gateway.invoke(request("GET", "/", { headers }));
    expect(textOfResponse(invocation)).toBe(expected);
  });

  it("that is empty passes the payload through", async () => {
    const empty = [
      { contentType: "application/json", text: "" },
      { contentType: "text/xml", text: "<x/>" },
    ];
    const definition = apiWith(
      route({
        integration: integration({
          type: "HTTP",
          uri: "https://backend.example.com/",
          httpMethod: "POST",
          passthroughBehavior: "NEVER",
          requestTemplates: empty,
          responses: [{ statusCode: "200", responseParameters: {}, responseTemplates: empty }],
        }),
      }),
    );
    const gateway = createGateway(definition, { backends: [echoBackend] });
    expect(textOfResponse(await gateway.invoke(request("POST", "/", { body: "as it is" })))).toBe("as it is");
  });

  it("that is missing leaves a MOCK without a payload", async () => {
    const definition = apiWith(
      route({
        integration: integration({
          requestTemplates: [{ contentType: "application/json", text: '{"statusCode": 200}' }],
        }),
      }),
    );
    const invocation = await createGateway(definition).invoke(request("GET", "/"));
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([200, ""]);
  });
});
