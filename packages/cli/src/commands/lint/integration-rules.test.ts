import { expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

/** An integration without a template, which maps what its method does not declare. */
const API = `openapi: 3.0.1
info: { title: a, version: "1" }
paths:
  /a/{id+}:
    get:
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration:
        type: mock
        requestParameters:
          integration.request.path.id: method.request.header.Id
        responses:
          default:
            statusCode: "200"
            responseParameters:
              method.response.header.X-A: plain
`;

it("says of a mapping that it is refused, where it stands", async () => {
  const { code, stdout } = await vtl(["lint", "-f", "unix"], { files: { "api.yaml": API } });
  expect(code).toBe(1);
  expect(stdout.split("\n").map((line) => /^(\S+?:\d+:\d+): (\w+): .*\[(.*)\]$/.exec(line)?.slice(1))).toEqual([
    ["api.yaml:10:40", "error", "undeclared-parameter"],
    ["api.yaml:15:43", "error", "mapping-source"],
    ["api.yaml:15:43", "error", "missing-method-response"],
    undefined,
  ]);
});

it("follows the configuration", async () => {
  const rules = { "undeclared-parameter": "off", "mapping-source": "off", "missing-method-response": "off" };
  const files = { "api.yaml": API, "vtl.config.json": JSON.stringify({ rules }) };
  expect((await vtl(["lint", "-f", "unix"], { files })).stdout).toBe("");
});

it("is a warning to who runs the API all the same", async () => {
  const { code, stderr } = await vtl(["invoke", "api.yaml", "GET", "/a/1"], { files: { "api.yaml": API } });
  expect(code).not.toBe(2);
  expect(stderr).toMatch(/^api\.yaml:10:40: warning\[undeclared-parameter\]: The method declares no header/m);
});

it.each([
  ["a.ts", `new LambdaIntegration(fn, { proxy: true, requestTemplates: { "application/json": "{}" } });`],
  ["a.ts", `new LambdaIntegration(fn, { requestTemplates: { "application/json": "{}" } });`],
  [
    "a.ts",
    `new HttpIntegration(u, { options: { integrationResponses: [{ statusCode: "200", responseTemplates: { "a/b": "{}" } }] } });`,
  ],
  ["a.py", `LambdaIntegration(fn, request_templates={"application/json": "{}"})`],
])("says of a template that a program's proxy ignores that it never runs: %s %s", async (file, text) => {
  const findings = async (source: string) => (await vtl(["lint", "-f", "unix"], { files: { [file]: source } })).stdout;
  const column = text.lastIndexOf('"{}"') + 1;
  expect(await findings(text)).toMatch(
    new RegExp(`^${file}:1:${column}: warning: .*_PROXY.*\\[template-in-proxy\\]\n$`),
  );
  const asked = text
    .replace("proxy: true, ", "")
    .replace(/(fn|u), (\{?)/, file === "a.py" ? "$1, proxy=False, " : "$1, { proxy: false, ");
  expect(await findings(asked)).not.toContain("template-in-proxy");
});
