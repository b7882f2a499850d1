import { afterEach, describe, expect, it, vi } from "vitest";
import { Parser } from "yaml";
import { run } from "../run.js";
import { MemoryIo } from "../testing/memory-io.js";

const module = (name: string): string => `resource "aws_api_gateway_integration" "${name}" {
  type = "MOCK"
  request_templates = { "application/json" = file("\${path.module}/shared.vtl"), "text/plain" = file("missing.vtl") }
}
`;

/** Files of each kind; those that others refer to come before and after them in the order of a search. */
const files = {
  "a-models.yaml": "Order: { type: object }\n",
  "openapi.yaml": `openapi: 3.0.1
paths:
  /orders: { $ref: 'paths.yaml#/orders' }
components: { schemas: { Order: { $ref: 'a-models.yaml#/Order' } } }
`,
  "paths.yaml": `orders:
  post:
    x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: '{}' } }
`,
  "template.yaml": `Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { DefinitionUri: openapi.yaml }
`,
  "one.tf": module("one"),
  "three.tf": module("three"),
  "two.tf": module("two"),
  "shared.vtl": "{}",
};

/** How often each file is read, and what of YAML is parsed more than once. */
async function counted(...args: readonly string[]) {
  const io = new MemoryIo({ files });
  const reads = vi.spyOn(io, "readFile");
  const looks = vi.spyOn(io.fileAccess, "inspect");
  const parse = vi.spyOn(Parser.prototype, "parse");
  await run(args, io);
  const parsed = parse.mock.calls.map(([text]) => text);
  const times = (paths: readonly string[]): Record<string, number> =>
    Object.fromEntries(
      [...Object.keys(files), "missing.vtl"].map((name) => [
        name,
        paths.filter((path) => path.split("/").at(-1) === name).length,
      ]),
    );
  return {
    output: io.stdout.text,
    reads: times(reads.mock.calls.map(([path]) => path)),
    missingLooks: times(looks.mock.calls.map(([path]) => path))["missing.vtl"],
    parsed: parsed.length,
    parsedAgain: parsed.filter((text, index) => parsed.indexOf(text) !== index),
  };
}

afterEach(() => vi.restoreAllMocks());

/** The report for people reads files with findings once more: findings come from threads and the cache without texts. */
describe.each([
  { args: ["templates", "."], shows: "POST /orders" },
  { args: ["lint", ".", "--format", "json"], shows: "mock-status-code" },
])("vtl $args over files that refer to each other", ({ args, shows }) => {
  it("reads and parses each of them once", async () => {
    const { output, reads, missingLooks, parsed, parsedAgain } = await counted(...args);
    expect(output).toContain(shows);
    expect(reads).toEqual({ ...Object.fromEntries(Object.keys(files).map((name) => [name, 1])), "missing.vtl": 0 });
    expect(missingLooks).toBe(1);
    expect(parsedAgain).toEqual([]);
    expect(parsed).toBe(4);
  });
});
