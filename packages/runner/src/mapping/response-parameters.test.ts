import { describe, expect, it } from "vitest";
import { createGateway } from "../create-gateway.js";
import { backendOf } from "../testing/backends.js";
import { apiWith, integration, request, route } from "../testing/definitions.js";

/** Spec 6.6. */
function invoke(
  source: string,
  declared: readonly string[] = ["X-Mapped"],
  body = '{"name": "rex", "tags": ["a", 1]}',
) {
  const responses = [
    { statusCode: "200", responseParameters: { "method.response.header.X-Mapped": source }, responseTemplates: [] },
  ];
  const backend = backendOf(() => ({
    headers: [
      ["X-A", "first"],
      ["X-A", "last"],
      ["etag", "tag"],
    ],
    body,
  }));
  const definition = {
    ...apiWith(
      route({
        integration: integration({ type: "HTTP", uri: "https://backend.example.com/", httpMethod: "GET", responses }),
        methodResponses: [{ statusCode: "200", headers: declared }],
      }),
    ),
    stageVariables: { color: "blue" },
  };
  return createGateway(definition, { backends: [backend] }).invoke(request("GET", "/?q=1"));
}

const mapped = (headers: readonly (readonly [string, string])[]) =>
  headers.filter(([name]) => name === "X-Mapped").map(([, value]) => value);

describe("the source of a response header", () => {
  it.each<[source: string, values: readonly string[]]>([
    ["'*'", ["*"]],
    ["integration.response.header.X-A", ["last"]],
    ["integration.response.multivalueheader.X-A", ["first,last"]],
    ["integration.response.header.ETag", ["tag"]],
    ["integration.response.header.none", []],
    ["integration.response.body", ['{"name": "rex", "tags": ["a", 1]}']],
    ["integration.response.body.name", ["rex"]],
    ["integration.response.body.tags[0]", ["a"]],
    ["integration.response.body.none", []],
    ["stageVariables.color", ["blue"]],
    ["context.stage", ["dev"]],
    ["method.request.querystring.q", []],
  ])("%s is %j", async (source, values) => {
    expect(mapped((await invoke(source)).response.headers)).toEqual(values);
  });

  it.each<[body: string, source: string, status: number]>([
    ["{broken", "integration.response.body", 500],
    ["{broken", "integration.response.body.name", 500],
    ["plain text", "integration.response.body", 200],
    ["plain text", "integration.response.body.name", 200],
    ["", "integration.response.body", 200],
    ["{broken", "integration.response.header.X-A", 200],
  ])("of the body %j as %s: %i", async (body, source, status) => {
    expect((await invoke(source, ["X-Mapped"], body)).response.status).toBe(status);
  });

  it("counts only for headers that the method response declares", async () => {
    const { response, steps } = await invoke("'x'", ["X-Other"]);
    expect(mapped(response.headers)).toEqual([]);
    const step = steps.find(({ name }) => name === "response-parameters");
    expect(step?.explanation).toContain("the method response 200 does not declare it");
  });
});
