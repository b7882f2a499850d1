import { renderTraced } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { describe, expect, it } from "vitest";
import { requestsFor } from "./requests-for.js";
import { sampleEvent } from "./sample-event.js";

const template = `{
  "id": $input.json('$.order.id'),
  "lines": [#foreach($line in $input.path('$.lines'))"$line.sku"#if($foreach.hasNext),#end#end],
  "limit": "$input.params('limit')",
  "ip": "$context.identity.sourceIp"
}`;

const facts = (schema: unknown): TemplateFacts => ({
  direction: "request",
  contentType: "application/json",
  method: {
    requestParameters: [{ location: "header", name: "X-Trace", required: true }],
    requestModels: { "application/json": schema },
    responses: [],
  },
});

describe("a sample event", () => {
  it("has everything that the template reads", () => {
    const { event, from } = sampleEvent(template);
    expect(from).toBe("references");
    expect(JSON.parse(event.body ?? "")).toEqual({ order: { id: "text" }, lines: [{ sku: "text" }, { sku: "text" }] });
    expect(event.querystring).toEqual({ limit: "text" });
    expect(JSON.parse(renderTraced(template, event).output)).toMatchObject({ id: "text", limit: "text" });
  });

  it("has the body that the model declares, and the parameters that must be there", () => {
    const schema = {
      type: "object",
      properties: {
        id: { type: "integer", minimum: 7 },
        kind: { enum: ["a", "b"] },
        at: { type: "string", format: "date-time" },
        lines: { type: "array", items: { type: "object", properties: { sku: { type: "string", example: "A-1" } } } },
      },
    };
    const { event, from } = sampleEvent("$input.json('$')", { facts: facts(schema) });
    expect(from).toBe("model");
    expect(JSON.parse(event.body ?? "")).toEqual({
      id: 7,
      kind: "a",
      at: "2025-01-31T12:00:00Z",
      lines: [{ sku: "A-1" }],
    });
    expect(event.headers).toEqual({ "X-Trace": "text" });
  });

  it("has an element for each schema of a list of them", () => {
    const { event } = sampleEvent(template, {
      facts: facts({ type: "array", items: [{ enum: ["a"] }, { type: "integer" }] }),
    });
    expect(JSON.parse(event.body ?? "")).toEqual(["a", 1]);
  });

  it("ends for a model that contains itself, and keeps odd names", () => {
    const schema: Record<string, unknown> = { type: "object", properties: {} };
    schema.properties = { child: schema, ["__proto__"]: { type: "string" } };
    expect(() => sampleEvent("x", { facts: facts(schema) })).not.toThrow();
  });

  it("is made for a template that does not parse", () => {
    expect(sampleEvent("#if($input.params('a')").from).toBe("references");
  });

  it("does not ask for a text of which the host fills in a part, marked or not", () => {
    const compared = `#if($input.params("stage") == "\${stage}-x")1#end`;
    const start = compared.indexOf("${");
    const holes = [{ start, end: start + "${stage}".length }];
    expect(sampleEvent(compared).event.querystring).toEqual({ stage: "text" });
    expect(sampleEvent(compared)).toEqual(sampleEvent(compared, { holes }));
    expect(requestsFor(compared)).toEqual(requestsFor(compared, { holes }));
    expect(sampleEvent(compared.replace("${stage}", "")).event.querystring).toEqual({ stage: "-x" });
  });
});
