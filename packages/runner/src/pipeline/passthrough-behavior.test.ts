import type { PassthroughBehavior } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { backendOf, echoBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";

/**
 * AWS developer guide, integration-passthrough-behaviors (examples 1 and 2, and "no mapping template is defined"), and
 * request-response-data-mappings for the type without its parameters.
 */

const BEHAVIORS: readonly PassthroughBehavior[] = ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"];

type Outcome = "template" | "raw" | "415";

/** Templates, the client's Content-Type, and what comes of it under each behavior. */
const table: readonly (readonly [templates: string, contentType: string, ...outcomes: [Outcome, Outcome, Outcome]])[] =
  [
    ["application/json", "(none)", "template", "template", "template"],
    ["application/json", "application/json", "template", "template", "template"],
    ["application/json", "application/json; charset=UTF-8", "template", "template", "template"],
    ["application/json", "Application/JSON", "template", "template", "template"],
    ["application/json", "application/xml", "raw", "415", "415"],
    ["application/xml", "(none)", "raw", "415", "415"],
    ["application/xml", "application/json", "raw", "415", "415"],
    ["application/xml", "application/xml", "template", "template", "template"],
    ["application/xml", "application/xml;q=1", "template", "template", "template"],
    ["application/json, application/xml", "application/xml", "template", "template", "template"],
    ["application/json, application/xml", "text/plain", "raw", "415", "415"],
    ["$default", "application/xml", "template", "template", "template"],
    ["$default", "(none)", "template", "template", "template"],
    ["", "(none)", "raw", "raw", "415"],
    ["", "application/json", "raw", "raw", "415"],
    ["", "application/xml", "raw", "raw", "415"],
  ];

const rows = table.flatMap(([templates, contentType, ...outcomes]) =>
  BEHAVIORS.map((behavior, at) => [templates, contentType, behavior, outcomes[at] ?? "415"] as const),
);

function send(templates: string, contentType: string, passthroughBehavior: PassthroughBehavior) {
  const types = templates === "" ? [] : templates.split(", ");
  const definition = apiWith(
    route({
      integration: integration({
        type: "HTTP",
        uri: "https://backend.example.com/",
        httpMethod: "POST",
        passthroughBehavior,
        requestTemplates: types.map((type) => ({ contentType: type, text: `from ${type}: $input.body` })),
      }),
    }),
  );
  const headers = contentType === "(none)" ? {} : { "Content-Type": contentType };
  return createGateway(definition, { backends: [echoBackend] }).invoke(
    request("POST", "/", { headers, body: "<raw/>" }),
  );
}

describe("the request template", () => {
  it.each(rows)("[%s] and %s under %s: %s", async (templates, contentType, behavior, outcome) => {
    const invocation = await send(templates, contentType, behavior);
    const text = textOfResponse(invocation);
    if (outcome === "415") {
      expect(invocation.response.status).toBe(415);
      expect(text).toBe('{"message": "Unsupported Media Type"}');
      expect(invocation.response.headers).toContainEqual(["x-amzn-ErrorType", "BadRequestException"]);
    } else {
      expect(invocation.response.status).toBe(200);
      expect(text).toMatch(outcome === "raw" ? /^<raw\/>$/ : /^from .*: <raw\/>$/);
    }
  });

  it("takes the template of the type, not the first one", async () => {
    const invocation = await send("application/json, application/xml", "application/xml", "NEVER");
    expect(textOfResponse(invocation)).toBe("from application/xml: <raw/>");
  });

  it("takes $default only when no other matches", async () => {
    const invocation = await send("$default, application/json", "application/json", "NEVER");
    expect(textOfResponse(invocation)).toBe("from application/json: <raw/>");
  });

  it("lets proxies pass everything, whatever the behavior", async () => {
    const definition = apiWith(
      route({
        integration: integration({
          type: "HTTP_PROXY",
          uri: "https://backend.example.com/",
          httpMethod: "POST",
          passthroughBehavior: "NEVER",
        }),
      }),
    );
    const gateway = createGateway(definition, { backends: [backendOf(({ body }) => ({ status: 201, body }))] });
    const invocation = await gateway.invoke(
      request("POST", "/", { headers: { "Content-Type": "application/xml" }, body: "<raw/>" }),
    );
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([201, "<raw/>"]);
  });
});
