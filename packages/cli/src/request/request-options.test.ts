import { readFileSync } from "node:fs";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { vtl } from "../testing/memory-io.js";
import { addRequestOptions } from "./request-options.js";

const flagsOf = (ofApi: boolean) => addRequestOptions(new Command(), { ofApi }).options.map(({ flags }) => flags);

describe("the words for a request", () => {
  it.each(["render", "invoke"])("are all options of vtl %s", async (command) => {
    const { stdout } = await vtl([command, "--help"]);
    for (const flags of flagsOf(false)) expect(stdout).toContain(`  ${flags} `);
  });

  it("are the table of docs/cli.md", () => {
    const docs = readFileSync(new URL("../../../../docs/cli.md", import.meta.url), "utf8");
    const [table = ""] = /### Words for a request\n[\s\S]*?(?=\n### )/.exec(docs) ?? [];
    const documented = [...table.matchAll(/^\| `(--[a-z-]+)/gm)].map(([, name]) => name);
    const long = flagsOf(false).map((flags) => /--[a-z-]+/.exec(flags)?.[0]);
    expect(documented).toEqual(expect.arrayContaining(long));
    expect(long).toEqual(expect.arrayContaining(documented));
  });

  it("mean the same in both commands", async () => {
    const template =
      '$input.params("q") $input.params("X-A") $input.params("id") $input.body $stageVariables.s $context.authorizer.claims.sub $context.identity.sourceIp';
    const api = `openapi: 3.0.1
info: { title: t, version: "1" }
components: { securitySchemes: { u: { type: apiKey, in: header, name: Authorization, x-amazon-apigateway-authorizer: { type: cognito_user_pools } } } }
paths:
  /a/{id}:
    post:
      security: [{ u: [] }]
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: http://x
        requestTemplates: { application/json: '${template.replaceAll("'", "''")}' }
        responses: { default: { statusCode: "200" } }`;
    const words = [
      ...["--query", "q=1", "-H", "X-A: 2", "--path", "id=3", "--data", "4", "--stage-var", "s=5"],
      ...["--claim", "sub=6", "--source-ip", "7.7.7.7"],
    ];
    const files = { "t.vtl": template, "api.yaml": api, "stub.yaml": "answers: [{ respond: { status: 200 } }]" };
    const rendered = await vtl(["render", "t.vtl", ...words], { files });
    const sent = ["invoke", "api.yaml", "POST", "/a/{id}", ...words, "--stub", "stub.yaml", "--log"];
    const invoked = await vtl(sent, { files });
    expect(rendered.stdout).toBe("1 2 3 4 5 6 7.7.7.7");
    expect(invoked.stderr).toContain(`Endpoint request body after transformations: ${rendered.stdout}`);
  });
});

describe("a near miss", () => {
  const files = { "template.vtl": "$input.body", "api.yaml": "openapi: 3.0.1\npaths: {}" };

  it.each([
    [["render", "template.vtl", "--body", '{"a":1}'], "--body names a file; --data gives the body itself"],
    [["render", "tempalte.vtl"], "there is template.vtl"],
    [["render", "template.vtl", "--boddy", "x"], "(Did you mean --body?)"],
    [["invoke", "api.yml", "GET", "/"], "there is api.yaml"],
    [["invoke", "api.yaml", "/pets", "GET"], "the method comes before the path: vtl invoke api.yaml GET /pets"],
    [["invoke", "api.yaml", "GET", "/", "--dat", "x"], "(Did you mean --data?)"],
    [["invoke", "api.yaml", "GET", "/{id}", "--path", "ident=1"], "the path /{id} has no {ident}"],
    [["invoke", "api.yaml", "GET"], "a path is needed after the method"],
    [["invoke"], "a method and a path are needed"],
    [["invoke", "/pets"], "write vtl invoke GET /pets, or vtl invoke API GET /pets"],
    [["rendr", "template.vtl"], "(Did you mean render?)"],
  ])("%j: %s", async (args, hint) => {
    const { code, stderr } = await vtl(args, { files });
    expect(code).toBe(2);
    expect(stderr).toContain(hint);
  });
});
