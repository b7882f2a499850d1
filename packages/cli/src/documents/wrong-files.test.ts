import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { vtl } from "../testing/memory-io.js";

const API = readFileSync(new URL("../../../../fixtures/apis/item-store/template.yaml", import.meta.url), "utf8");
const AUTHORIZED = `swagger: "2.0"
securityDefinitions:
  own:
    type: apiKey
    name: Authorization
    in: header
    x-amazon-apigateway-authorizer: { type: token, authorizerUri: "arn:aws:lambda:us-east-1:1:function:f" }
paths:
  /a:
    get:
      security: [{ own: [] }]
      x-amazon-apigateway-integration: { type: mock, requestTemplates: { application/json: '{"statusCode": 200}' } }
`;

const files = { "t.vtl": "{}\n", "api.yaml": API, "authorized.yaml": AUTHORIZED };

/** How a file comes into a command. */
const WAYS = {
  event: (file: string) => ({ args: ["render", "t.vtl", "--event", file] }),
  context: (file: string) => ({ args: ["render", "t.vtl", "--context", file] }),
  items: (file: string) => ({ args: ["invoke", "api.yaml", "GET", "/items/tea", "--items", file] }),
  tables: (file: string) => ({ args: ["invoke", "api.yaml", "GET", "/items/tea", "--table", file] }),
  stub: (file: string) => ({ args: ["invoke", "api.yaml", "GET", "/items/tea", "--stub", file] }),
  authorizer: (file: string) => ({ args: ["invoke", "authorized.yaml", "GET", "/a", "--authorizer", `own=${file}`] }),
  configuration: (file: string) => ({ args: ["lint", "t.vtl", "--config", file] }),
  baseline: (file: string) => ({ args: ["lint", "t.vtl", "--baseline", file] }),
  "event of a test": (file: string) => ({ args: ["test"], test: `- { event: ${file} }` }),
  "expectation of a test": (file: string) => ({ args: ["test"], test: `- { expect: { json: { $file: ${file} } } }` }),
  "schema of a test": (file: string) => ({ args: ["test"], test: `- { expect: { schema: { $file: ${file} } } }` }),
};
type Way = keyof typeof WAYS;

async function told(way: Way, name: string, text: string): Promise<string> {
  const { args, test } = { test: undefined, ...WAYS[way](name) };
  const more = test === undefined ? {} : { "t.vtl.test.yaml": `cases:\n  ${test}\n` };
  const { code, stdout, stderr } = await vtl(args, { files: { ...files, ...more, [name]: text } });
  expect(code).toBe(2);
  return stdout + stderr;
}

describe.each(Object.keys(WAYS) as Way[])("a file for the %s that cannot be read", (way) => {
  it.each([
    ["x.json", '{\n  "a": 1,\n  "b": }\n', "x.json:3:8: "],
    ["x.yaml", 'a: 1\nb: "c\n', "x.yaml:3:1: "],
  ])("is told with its line and column: %s", async (name, text, place) => {
    expect(await told(way, name, text)).toContain(place);
  });
});

describe("a file that says something else than it should", () => {
  it.each<[Way, string, string]>([
    ["event", "body: a\nheaders:\n  X-A: [b, {}]\n", "x.yaml:3:12: error: 'headers.X-A[1]' must be a string"],
    ["event", '{"body": "a",\n "header": {}}', "x.yaml:2:2: error: unknown field 'header'"],
    ["event of a test", "body: a\nheaders: 7\n", "x.yaml:2:1: 'headers' must be an object of names and strings"],
    ["items", "a: [{}]\nb: 7\n", "x.yaml:2:1: error: the table b has no list of items"],
    ["tables", "tables:\n  - { TableName: a }\n", "x.yaml:2:5: error: this declares no table"],
    ["authorizer", "principalId: 7\n", "x.yaml:1:1: error: this is no answer of an authorizer"],
    ["baseline", "findings: []\nversion: 2\n", "x.yaml:2:1: error: this is no baseline"],
    ["baseline", "version: 1\nfindings: [{ file: a }]\n", "x.yaml:2:12: error: this is no entry of a baseline"],
    ["stub", "answers:\n  - respond: { status: 1 }\n", "x.yaml:2:24: error[stub-not-valid]: status is"],
  ])("is told with its place: %s, %j", async (way, text, message) => {
    expect(await told(way, "x.yaml", text)).toContain(message);
  });

  it("of which nothing can be read has one error", async () => {
    expect(await told("stub", "x.yaml", "a: [\n")).not.toContain("has a list called answers");
  });
});
