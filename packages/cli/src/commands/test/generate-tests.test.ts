import { describe, expect, it } from "vitest";
import { vtl } from "../../testing/memory-io.js";

describe("--generate", () => {
  it("leaves out templates of AppSync, unless the configuration says what they are", async () => {
    const files = { "get.vtl": '{ "version": "2018-05-29", "id": $util.toJson($ctx.args.id) }' };
    const { stderr, io } = await vtl(["test", "--generate"], { files });
    expect(stderr).toMatch(/^0 cases in 0 files/);
    expect([...io.files.keys()]).toEqual(["get.vtl"]);
    const named = { ...files, "vtl.config.json": '{ "overrides": [{ "files": ["*.vtl"], "dialect": "apigateway" }] }' };
    expect((await vtl(["test", "--generate"], { files: named })).stderr).toMatch(/^get\.vtl\.test\.yaml written/);
  });

  const template = `{
#if($input.path('$.kind') == "gift" && $input.params('dry') != "1")
  "gift": true,
#end
  "tags": [#foreach($tag in $input.path('$.tags'))$input.json("$.tags[$foreach.index]")#if($foreach.hasNext),#end#end],
  "note": "$input.path('$.note')"
}
`;

  it("writes cases that reach every branch, and one that fails until the template withstands it", async () => {
    const { code, io, stderr } = await vtl(["test", "--generate"], { files: { "t.vtl": template } });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^t\.vtl\.test\.yaml written\n\d+ cases in 1 file; /)]);
    const generated = { "t.vtl": template, "t.vtl.test.yaml": io.text("t.vtl.test.yaml") ?? "" };
    const { stdout } = await vtl(["test", "--coverage"], { files: generated });
    expect(stdout).toMatch(/1 failed, \d+ passed/);
    expect(stdout).toContain("withstands a hostile request");
    expect(stdout).toMatch(/t\.vtl +100 +100\n/);
    const mended = { ...generated, "t.vtl": template.replace("\"$input.path('$.note')\"", "$input.json('$.note')") };
    expect((await vtl(["test", "--name", "withstands"], { files: mended })).code).toBe(0);
    const again = await vtl(["test", "--generate"], { files: generated });
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining("t.vtl.test.yaml is there already")]);
  });

  it("names a template that the service refuses", async () => {
    const { stderr } = await vtl(["test", "--generate"], { files: { "t.vtl": "#if(" } });
    expect(stderr).toContain("warning: t.vtl: the service refuses the template; it gets no test");
  });

  it("names the templates of a definition, and leaves out what the service refuses", async () => {
    const integration = (text: string, response: string) => ({
      "x-amazon-apigateway-integration": {
        type: "mock",
        requestTemplates: { "application/json": text },
        responses: { default: { statusCode: "200", responseTemplates: { "application/json": response } } },
      },
    });
    const paths = {
      "/a": { get: integration('{"statusCode": 200}', '{"a": $input.json("$.a")}'), put: integration("#if(", "{}") },
    };
    const api = JSON.stringify({ openapi: "3.0.1", info: { title: "a", version: "1" }, paths });
    const { io, stderr } = await vtl(["test", "--generate"], { files: { "api.json": api } });
    expect(stderr).toContain("api.json PUT /a request: the service refuses the template; it gets no test");
    const generated = { "api.json": api, "api.test.yaml": io.text("api.test.yaml") ?? "" };
    expect(generated["api.test.yaml"]).toContain("template: GET /a response 200\n");
    expect((await vtl(["test"], { files: generated })).code).toBe(0);
  });

  it("gives files that differ in their extensions only a test file each", async () => {
    const files = {
      "deploy.js": "api({ requestTemplates: { 'application/json': '{}' } })\n",
      "deploy.py": 'api(request_templates={"application/json": "{}"})\n',
    };
    const { stderr, io } = await vtl(["test", "--generate"], { files });
    expect(stderr).toMatch(/^deploy\.js\.test\.yaml written\ndeploy\.py\.test\.yaml written\n/);
    const generated = Object.fromEntries([...io.files.keys()].map((path) => [path, io.text(path) ?? ""]));
    expect((await vtl(["test"], { files: generated })).code).toBe(0);
  });

  it("addresses each template so that no other is meant", async () => {
    const json = (requestTemplates: Record<string, string>) => ({
      "x-amazon-apigateway-integration": { type: "mock", requestTemplates, responses: {} },
    });
    const forms = { "application/json": '{"a": 1}', "text/plain": '{"b": 1}' };
    const api = JSON.stringify({
      openapi: "3.0.1",
      info: { title: "a", version: "1" },
      paths: { "/a": { put: json(forms), post: json({ "application/json": "{}" }) } },
    });
    const stack = 'const of = { requestTemplates: { "application/json": `{"b": 1}` } };\n'.repeat(2);
    const files = { "api.json": api, "stack.ts": stack, "stack.test.ts": stack };
    const { io } = await vtl(["test", "--generate"], { files });
    const tests = {
      "api.test.yaml": io.text("api.test.yaml") ?? "",
      "stack.test.yaml": io.text("stack.test.yaml") ?? "",
    };
    expect([...io.files.keys()].sort()).toEqual([...Object.keys(files), ...Object.keys(tests)].sort());
    const addresses = Object.values(tests).flatMap((text) => [...text.matchAll(/template: (.*)/g)].map(([, at]) => at));
    expect(addresses).toEqual([
      "PUT /a request application/json",
      "PUT /a request text/plain",
      "POST /a request",
      "/1:14/requestTemplates/application~1json",
      "/2:14/requestTemplates/application~1json",
    ]);
    const { code, stdout } = await vtl(["test"], { files: { ...files, ...tests } });
    expect([code, stdout]).toEqual([0, expect.stringContaining("5 passed")]);
  });
});
