import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { echoBackend } from "../testing/backends.js";
import { apiWith, integration, request, route, textOfResponse } from "../testing/definitions.js";
import { logTexts } from "../testing/log-texts.js";

/** Spec 5.12: what the service answers when a template fails. */

function invoke(requestTemplate: string, responseTemplate: string, body = '{"a": [1]}') {
  const template = (text: string) => [{ contentType: "application/json", text }];
  const definition = apiWith(
    route({
      integration: integration({
        type: "HTTP",
        uri: "https://backend.example.com/",
        httpMethod: "POST",
        requestTemplates: template(requestTemplate),
        responses: [{ statusCode: "200", responseParameters: {}, responseTemplates: template(responseTemplate) }],
      }),
    }),
  );
  return createGateway(definition, { backends: [echoBackend] }).invoke(request("POST", "/", { body }));
}

describe("a template that fails", () => {
  it.each<[what: string, template: string]>([
    ["cannot be parsed", "#if("],
    ["ends in a dollar sign", "costs 5 $"],
    ["throws", "$input.path('$.a').get(5)"],
    ["has a broken JSONPath", "$input.path('$.[')"],
    [
      "prints without end",
      "#foreach($i in [1..1000])#foreach($j in [1..1000])$input.body$input.body$input.body#end#end",
    ],
  ])("since it %s: 500", async (_, template) => {
    for (const [side, templates] of [
      ["request", [template, "ok"]],
      ["response", ["$input.body", template]],
    ] as const) {
      const invocation = await invoke(templates[0] ?? "", templates[1] ?? "");
      expect(invocation.response.status).toBe(500);
      expect(textOfResponse(invocation)).toBe('{"message": "Internal server error"}');
      expect(logTexts(invocation)).toContain(
        `Execution failed due to configuration error: Unable to transform ${side}`,
      );
      expect(logTexts(invocation).slice(-2)).toEqual([
        "Gateway response type: API_CONFIGURATION_ERROR with status code: 500",
        "Method completed with status: 500",
      ]);
      expect(invocation.steps.at(-2)).toMatchObject({ name: `${side}-template`, outcome: "failed", template });
    }
  });

  it("since the client's payload is broken: 400 with the parser's words", async () => {
    const invocation = await invoke("$input.path('$.a')", "ok", "{a");
    expect(invocation.response.status).toBe(400);
    expect(JSON.parse(textOfResponse(invocation))).toEqual({
      message:
        "Could not process payloadnet.minidev.json.parser.ParseException: Unexpected End Of File position 1: null",
    });
  });

  it("since the integration's payload is broken: 500", async () => {
    const invocation = await invoke("{a", "$input.path('$.a')");
    expect(invocation.response.status).toBe(500);
  });

  it("leaves a template that reads the body as text alone", async () => {
    const invocation = await invoke("$input.body", "$input.body", "{a");
    expect([invocation.response.status, textOfResponse(invocation)]).toEqual([200, "{a"]);
  });
});
