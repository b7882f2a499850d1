import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { healthModule } from "./health-module.js";
import { PackedFiles } from "./packed-files.js";
import { talkToServer } from "./server-in-worker.js";

/** What VS Code does with the extension where there is no machine to run it on, as far as it can be had without VS Code. */
describe("in a browser", () => {
  const files = new PackedFiles();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const url = await files.start();
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage();
    await page.goto(url);
  });
  afterAll(async () => {
    await browser?.close();
    files.close();
  });

  it("the server runs in a worker, reads files through its client, and fetches the grammars that it needs", async () => {
    const folder = "vscode-vfs://github/a/b";
    const uri = `${folder}/stack.ts`;
    const event = `${folder}/event.json`;
    const text = 'new I({ requestTemplates: { "application/json": `{ "a": "$input.path("$.a")" }` } });\n';
    const { asked, results } = await talkToServer(page, {
      files: { [event]: '{"body": "{\\"a\\": 7}"}' },
      rootUri: null,
      open: { uri, languageId: "typescript", text },
      requests: [
        { method: "textDocument/diagnostic", params: { textDocument: { uri } } },
        { method: "vtl/render", params: { uri, source: { uri: event } } },
      ],
    });
    expect(results).toMatchObject([
      { items: [{ code: "unescaped-param-in-json" }] },
      { status: "rendered", output: '{ "a": "7" }' },
    ]);
    expect(asked).toEqual(expect.arrayContaining(["vtl/readFile", "vtl/programUrl"]));
    expect(files.served).toContain("tree-sitter-tsx.wasm");
    expect(files.served).not.toContain("gateway.cjs");
  });

  it("the gateway is fetched when steps are first shown, and runs a template by the definition that names its file", async () => {
    const folder = "vscode-vfs://github/a/b";
    const uri = `${folder}/vtl/get.vtl`;
    const { results } = await talkToServer(page, {
      files: { [`${folder}/main.tf`]: healthModule("vtl/get.vtl"), [`${folder}/vtl/event.json`]: "{}" },
      rootUri: folder,
      open: { uri, languageId: "vtl", text: '{ "statusCode": 200, "typed": "$context.httpMethod" }' },
      // The project is searched for who names the file, which takes a moment.
      requests: [
        { method: "vtl/steps", params: { uri, source: { active: true } } },
        { method: "vtl/templates", params: { uri: `${folder}/main.tf` } },
        { method: "vtl/steps", params: { uri, source: { active: true } } },
      ],
    });
    expect(results.at(-1)).toMatchObject({
      status: "ran",
      request: "GET /health",
      reached: true,
      invocation: {
        response: { status: 200 },
        steps: expect.arrayContaining([
          expect.objectContaining({
            name: "request-template",
            output: { body: '{ "statusCode": 200, "typed": "GET" }' },
            place: { file: "/a/b/vtl/get.vtl", range: { start: 0, end: 53 }, line: 1, column: 1 },
          }),
        ]),
      },
      uris: expect.arrayContaining([`${folder}/main.tf`, uri]),
    });
    expect(files.served).toContain("gateway.cjs");
  });

  it("a template in a part of a definition is run by the definition that the part belongs to", async () => {
    const folder = "vscode-vfs://github/a/b";
    const uri = `${folder}/health.yaml`;
    const { results } = await talkToServer(page, {
      files: { [`${folder}/api.yaml`]: OPENAPI },
      rootUri: folder,
      open: { uri, languageId: "yaml", text: PATH_ITEM },
      requests: [{ method: "vtl/steps", params: { uri, source: { event: {} } } }],
    });
    expect(results.at(-1)).toMatchObject({
      status: "ran",
      request: "GET /health",
      reached: true,
      invocation: { response: { status: 200 } },
      uris: expect.arrayContaining([`${folder}/api.yaml`, uri]),
    });
  });

  it("the extension is one file that requires nothing but VS Code", async () => {
    const required = await page.evaluate(async () => {
      const names: string[] = [];
      const module = { exports: {} as { activate?: unknown } };
      // Classes of VS Code's are extended, its enumerations read.
      const vscode: object = new Proxy(class {}, {
        get: (target, name) => (name === "prototype" ? target.prototype : vscode),
      });
      const require = (name: string) => {
        names.push(name);
        if (name !== "vscode") throw new Error(`${name} is required`);
        return vscode;
      };
      const text = await (await fetch("/workbench.cjs")).text();
      new Function("module", "exports", "require", text)(module, module.exports, require);
      return { names: [...new Set(names)], activates: typeof module.exports.activate };
    });
    expect(required).toEqual({ names: ["vscode"], activates: "function" });
  });
});

const OPENAPI = `openapi: 3.0.1
info: { title: health, version: "1" }
paths:
  /health: { $ref: health.yaml }
`;

const PATH_ITEM = `get:
  responses: { "200": {} }
  x-amazon-apigateway-integration:
    type: mock
    requestTemplates: { application/json: '{ "statusCode": 200 }' }
    responses: { default: { statusCode: "200" } }
`;
