import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { echoBackend } from "../testing/backends.js";
import { apiWith, integration, request, route } from "../testing/definitions.js";
import type { Step } from "./invocation.js";

const place = { file: "api.yaml", range: { start: 10, end: 20 } };

const definition = apiWith(
  route({
    path: "/pets/{id}",
    place,
    integration: integration({
      type: "HTTP",
      uri: "https://backend.example.com/{pet}",
      httpMethod: "POST",
      requestParameters: {
        "integration.request.path.pet": "method.request.path.id",
        "integration.request.header.X-Missing": "method.request.header.Missing",
      },
      requestTemplates: [{ contentType: "application/json", text: "[$input.body]", place }],
      responses: [{ statusCode: "200", responseParameters: {}, responseTemplates: [] }],
    }),
  }),
);

describe("steps", () => {
  it("tell what was chosen and why", async () => {
    const { steps } = await createGateway(definition, { backends: [echoBackend] }).invoke(
      request("POST", "/pets/7", { body: "x" }),
    );
    const told = Object.fromEntries(steps.map((step) => [step.name, step]));
    expect(told.routing).toMatchObject({
      outcome: "done",
      explanation: "POST /pets/7 goes to the method ANY of /pets/{id}.",
      facts: { method: "ANY", resource: "/pets/{id}", id: "7" },
      place,
    });
    expect(told["request-parameters"]?.explanation).toBe(
      'integration.request.path.pet is "7", from method.request.path.id. ' +
        "integration.request.header.X-Missing is left out, since method.request.header.Missing has no value.",
    );
    expect(told["request-template-selection"]).toMatchObject({
      explanation: "The request template for application/json is taken.",
      facts: { contentType: "application/json", template: "application/json" },
      template: "[$input.body]",
      place,
    });
    expect(new TextDecoder().decode(told["request-template"]?.output?.body)).toBe("[x]");
    expect(told.integration).toMatchObject({
      input: { method: "POST", url: "https://backend.example.com/7" },
      output: { status: 200 },
    });
    expect(told["response-selection"]?.explanation).toBe(
      "No pattern matches the status 200: the default integration response, 200, is taken.",
    );
  });

  it("are told to a listener as they happen, the same ones", async () => {
    const heard: Step[] = [];
    const ids = new Set<string>();
    const gateway = createGateway(definition, {
      backends: [
        {
          send: async (sent, signal) => {
            expect(heard.at(-1)?.name).toBe("request-overrides");
            return echoBackend.send(sent, signal);
          },
        },
      ],
      onStep: (step, requestId) => {
        heard.push(step);
        ids.add(requestId);
      },
    });
    const { steps, requestId } = await gateway.invoke(request("POST", "/pets/7", { body: "x" }));
    expect(heard).toEqual(steps);
    expect([...ids]).toEqual([requestId]);
  });

  it("end with what failed and the gateway response", async () => {
    const { steps } = await createGateway(definition).invoke(request("POST", "/pets/7"));
    expect(steps.slice(-2)).toMatchObject([
      { name: "integration", outcome: "failed" },
      { name: "gateway-response", outcome: "done", facts: { type: "INTEGRATION_FAILURE", status: "504" } },
    ]);
  });
});
