import { loadGrammar } from "@apigw-vtl/test-support";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDefinition } from "./read-definition.js";

const KEYS = [
  ...["Resources", "Parameters", "Conditions", "Mappings", "Globals", "Type", "Properties", "Ref", "Fn::Sub", "Fn::If"],
  ...["Fn::GetAtt", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::FindInMap", "Fn::Transform", "Default", "Condition"],
  ...["paths", "/a", "/a/{b}", "get", "x-amazon-apigateway-any-method", "x-amazon-apigateway-integration", "$ref"],
  ...["responses", "default", "statusCode", "requestTemplates", "application/json", "parameters", "schema", "content"],
  ...["components", "schemas", "securitySchemes", "security", "DefinitionBody", "Body", "Events", "Path", "Method"],
  ...["Integration", "ResourceId", "ParentId", "RestApiId", "openapi", "service", "provider", "functions", "events"],
  "Transform",
  ...["http", "resources", "__proto__", "constructor", "Location", "Name", "Parameters", "name", "in", "type"],
];
const TEXTS = [
  ...["AWS::ApiGateway::RestApi", "AWS::ApiGateway::Method", "AWS::ApiGateway::Resource", "AWS::Serverless::Api"],
  ...["AWS::Serverless::Function", "AWS::DynamoDB::Table", "AWS::Lambda::Function", "AWS::Include", "AWS::NoValue"],
  ...[
    "A",
    "B",
    "${A}",
    "${A.Arn}",
    "${self:service}",
    "#/paths",
    "#/components/schemas/A",
    "x.yaml#/paths/~1a",
    "mock",
    "aws",
    "GET",
    "Api",
  ],
  ...["get /a", "x.yaml", "", "\u0000", "true", "200"],
];

const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.oneof(fc.constantFrom(...TEXTS), fc.integer(), fc.boolean(), fc.constant(null), fc.string()),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS, "A", "B"), tie("value")), { maxLength: 6 }).map((entries) => {
      const map: Record<string, unknown> = Object.create(null);
      for (const [key, value] of entries) map[key] = value;
      return map;
    }),
  ),
})).value;

const roots = fc
  .tuple(fc.constantFrom("Resources", "paths", "functions"), fc.dictionary(fc.constantFrom("A", "B", "/a"), tree), tree)
  .map(([key, section, rest]) => ({
    ...(typeof rest === "object" && rest !== null && !Array.isArray(rest) ? rest : {}),
    ...(key === "functions" ? { service: "s", provider: {} } : {}),
    [key]: section,
  }));

async function survives(path: string, text: string): Promise<void> {
  const host = { readFile: async (other: string) => (other.endsWith("x.yaml") ? text : undefined), loadGrammar };
  const { definition, problems } = await readDefinition([{ path, text }], host, { parameters: { A: "a" } });
  // Either there is an API, or a reason why there is none; and every problem lies in its file.
  expect(definition !== undefined || problems.some(({ severity }) => severity === "error")).toBe(true);
  for (const { range, line, column } of problems) {
    expect(range.start).toBeLessThanOrEqual(range.end);
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(Math.min(line, column)).toBeGreaterThan(0);
  }
}

describe("a definition of any content", () => {
  it("in JSON is read or refused", async () => {
    await fc.assert(
      fc.asyncProperty(roots, (value) => survives("api.json", JSON.stringify(value))),
      { numRuns: 400 },
    );
  });

  it("in text is read or refused", async () => {
    const lines = fc.array(
      fc.constantFrom(
        ...KEYS.map((key) => `${key}:`),
        ...TEXTS,
        "  ",
        "- ",
        "\n",
        "{",
        "}",
        "&a ",
        "*a ",
        "<<: ",
        "!Sub ",
        "!If ",
      ),
    );
    await fc.assert(
      fc.asyncProperty(lines, (parts) => survives("api.yaml", parts.join(""))),
      { numRuns: 400 },
    );
  });

  it("in Terraform's language is read or refused", async () => {
    const resources = ["rest_api", "resource", "method", "integration", "integration_response"].map(
      (type) => `resource "aws_api_gateway_${type}" "a" {\n`,
    );
    const attributes = ["rest_api_id", "resource_id", "parent_id", "http_method", "type", "uri", "body", "count"];
    const values = [
      ...["aws_api_gateway_rest_api.a.id", "aws_api_gateway_resource.a.id", "aws_api_gateway_method.a.http_method"],
      ...[
        "local.a",
        "var.a",
        "var.b",
        '"GET"',
        '"x${local.a}y"',
        "jsonencode({a = local.a})",
        'file("x.yaml")',
        "true",
      ],
      ...["local.a ? 1 : [local.a]", "<<EOF\n${var.b}\nEOF", '"%{ if a }b%{ endif }"', "{ a = local.a }", '"MOCK"'],
    ];
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(...resources, "locals {\n", 'variable "b" {\n', "}\n", "}\n", "{", '"', "\u0000"),
        fc
          .tuple(fc.constantFrom(...attributes, "a", "default"), fc.constantFrom(...values))
          .map((pair) => `${pair.join(" = ")}\n`),
      ),
    );
    await fc.assert(
      fc.asyncProperty(lines, (parts) => survives("a.tf", parts.join(""))),
      { numRuns: 200 },
    );
  });

  it("with aliases that multiply is refused in time", async () => {
    const levels = Array.from({ length: 30 }, (_, n) => `  l${n + 1}: &l${n + 1} { a: *l${n}, b: *l${n} }`).join("\n");
    const bomb = `x:\n  l0: &l0 { type: string }\n${levels}\n`;
    const text = `${bomb}paths: { /a: { get: { requestBody: { content: { application/json: { schema: *l30 } } } } } }`;
    const { problems } = await readDefinition([{ path: "a.yaml", text }]);
    expect(problems.map(({ code }) => code)).toContain("definition-too-large");
  });

  it.each([
    "Resources: { A: { Ref: A } }",
    "Resources: { Ref: A }\nParameters: { A: { Default: { Ref: A } } }",
    "Resources: !FindInMap [A, B, C]\nMappings: { A: { B: { C: !FindInMap [A, B, C] } } }",
    "Resources: { A: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref A } }, B: !Ref A }",
  ])("with intrinsics in a circle is read or refused: %s", (text) => survives("template.yaml", text));

  it("with references in a circle is refused", async () => {
    const text = 'paths: { /a: { $ref: "#/paths/~1b" }, /b: { $ref: "#/paths/~1a" } }';
    const { definition, problems } = await readDefinition([{ path: "a.yaml", text }]);
    expect([definition?.routes, problems.map(({ code }) => code)]).toEqual([
      [],
      ["definition-not-valid", "definition-not-valid"],
    ]);
  });
});
