import { describe, expect, it } from "vitest";
import { type FoundTemplate, findTemplates, isProgram, readDefinition, usesOf } from "../src/index.js";
import { COLUMNS } from "./facts-by-format.data.js";
import { grammarHost, hostWithFiles } from "./grammar-host.js";

/** The texts that a deployment has where a template is found, with their routes; `use` first. */
async function deployed(path: string, text: string, template: FoundTemplate, host = grammarHost) {
  const api = template.use?.api;
  const { definition } = await readDefinition([{ path, text }], host, { ...(api !== undefined && { api }) });
  return (definition === undefined ? [] : usesOf(definition, template)).map(
    ({ route, response, template: { text } }) => [
      `${route.httpMethod} ${route.path}`,
      response?.statusCode ?? "request",
      text,
    ],
  );
}

describe("a template belongs to what a deployment has at its place", () => {
  // Nothing runs programs, and a socket's messages have no route of a request.
  const runnable = COLUMNS.filter(({ format, path }) => !isProgram(path) && !/WebSocket/.test(format));

  it.each(runnable)("$format", async ({ path, text }) => {
    const certain = text.replace("!Equals [a, b]", "!Equals [a, a]");
    const { templates } = await findTemplates({ path, text: certain }, grammarHost);
    expect(templates).toHaveLength(2);
    const [request, response] = templates as [FoundTemplate, FoundTemplate];
    expect(request.use).toMatchObject({ definition: path, route: "POST /orders", direction: "request" });
    expect(await deployed(path, certain, request)).toEqual([["POST /orders", "request", "{}"]]);
    expect(response.use).toMatchObject({ definition: path, route: "POST /orders", direction: "response" });
    const status = response.facts.response?.statusCode;
    expect(await deployed(path, certain, response)).toEqual([["POST /orders", status, '{"found": true}']]);
  });

  it("and to all who share it, its own use first", async () => {
    const text = `openapi: 3.0.1
info: { title: shop, version: "1" }
paths:
  /a:
    get: &get
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{"statusCode": 200}' }
        responses: { default: { statusCode: "200" } }
  /b: { get: *get }
`;
    const { templates } = await findTemplates({ path: "api.yaml", text }, grammarHost);
    const uses = await Promise.all(templates.map((template) => deployed("api.yaml", text, template)));
    expect(uses.map((each) => each.map(([route]) => route))).toEqual([
      ["GET /a", "GET /b"],
      ["GET /b", "GET /a"],
    ]);
  });

  it("in a file of its own as in the definition that names it", async () => {
    const host = hostWithFiles({
      "paths/a.yaml": `get:
  responses: { "200": {} }
  x-amazon-apigateway-integration:
    type: mock
    requestTemplates: { application/json: '{"statusCode": 200, "part": 1}' }
    responses: { default: { statusCode: "200" } }
`,
    });
    const text = 'openapi: 3.0.1\ninfo: { title: shop }\npaths: { /a: { $ref: "paths/a.yaml" } }\n';
    const { templates } = await findTemplates({ path: "api.yaml", text }, host);
    const [template] = templates as [FoundTemplate];
    expect(template).toMatchObject({
      file: "paths/a.yaml",
      referredFrom: "api.yaml",
      address: "/get/x-amazon-apigateway-integration/requestTemplates/application~1json",
      use: { definition: "api.yaml", route: "GET /a" },
    });
    expect(await deployed("api.yaml", text, template, host)).toEqual([
      ["GET /a", "request", '{"statusCode": 200, "part": 1}'],
    ]);
  });

  it("unless a condition leaves it out", async () => {
    const { path = "", text = "" } = COLUMNS.find(({ format }) => format === "CloudFormation") ?? {};
    const { templates } = await findTemplates({ path, text }, grammarHost);
    expect(await deployed(path, text, templates[1] as FoundTemplate)).toEqual([]);
  });
});

describe("a template that no API is known to have", () => {
  it("has no use", async () => {
    const text = '{"requestTemplates": {"application/json": "{}"}}';
    const { templates } = await findTemplates({ path: "put-integration.json", text }, grammarHost);
    expect(templates.map(({ use }) => use)).toEqual([undefined]);
  });
});
