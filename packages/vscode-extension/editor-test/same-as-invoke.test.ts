import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PackedFiles } from "./packed-files.js";
import { talkToServer } from "./server-in-worker.js";

const VTL = fileURLToPath(new URL("../../cli/bin/vtl.js", import.meta.url));

const API = `openapi: 3.0.1
info: { title: orders, version: "1" }
paths:
  /orders/{id}:
    put:
      security: [{ shop: [] }]
      parameters: [{ name: fields, in: query, required: true, schema: { type: string } }]
      x-amazon-apigateway-request-validator: all
      responses: { "200": { headers: { X-Table: {} } }, "404": {} }
      x-amazon-apigateway-integration:
        type: aws
        httpMethod: POST
        uri: arn:aws:apigateway:eu-west-1:dynamodb:action/PutItem
        passthroughBehavior: never
        requestParameters: { integration.request.header.X-Fields: method.request.querystring.fields }
        requestTemplates:
          application/json: |
            #set($context.requestOverride.header.X-For = $context.authorizer.principalId)
            { "id": "$input.params('id')", "csv": "$stageVariables.table" }
        responses:
          default:
            statusCode: "200"
            responseParameters: { method.response.header.X-Table: "'Orders'" }
            responseTemplates: { application/json: '{ "stored": $input.json("$.Attributes") }' }
          "4\\\\d\\\\d":
            statusCode: "404"
            responseTemplates:
              application/json: |
                #set($context.responseOverride.status = 410)
                { "gone": "$input.path("$.message")" }
  /health:
    get:
      responses: { "200": {} }
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates: { application/json: '{ "statusCode": 200, "broken": $input.json("$[") }' }
        responses: { default: { statusCode: "200" } }
x-amazon-apigateway-request-validators: { all: { validateRequestBody: true, validateRequestParameters: true } }
components:
  securitySchemes:
    shop:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: custom
      x-amazon-apigateway-authorizer: { type: token, authorizerUri: "arn:aws:lambda:eu-west-1:123456789012:function:auth" }
`;

/** What of the answer is chance, or is there once only, and who answers: a sample here, a stub file there. */
const CHANCE: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "REQUEST"],
  [/Root=1-[0-9a-f]{8}-[0-9a-f]{24}/g, "TRACE"],
  [/(?<=[="])[\w-]{15}=(?=[",])/g, "EXTENDED"],
  [/\w{3} \w{3} \d\d \d\d:\d\d:\d\d UTC \d{4}/g, "DATE"],
  [/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g, "DATE"],
  [/\b\d+ ms\b/g, "TIME"],
  [/\bthe (?:stub file|sample)(?=, in the place of|")/gi, "STAND-IN"],
];

const withoutChance = (value: unknown): unknown =>
  JSON.parse(CHANCE.reduce((text, [pattern, name]) => text.replace(pattern, name), JSON.stringify(value)));

interface StepsReply {
  readonly status: string;
  readonly request: string;
  readonly reached: boolean;
  readonly invocation: { readonly response: { readonly status: number } };
}

describe("the steps in the preview are those of vtl invoke", () => {
  const files = new PackedFiles();
  const folder = mkdtempSync(join(tmpdir(), "vtl-steps-"));
  const at = (name: string) => join(folder, name);
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const url = await files.start();
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage();
    await page.goto(url);
    writeFileSync(at("api.yaml"), API);
    writeFileSync(at("shop.json"), '{"principalId": "ann"}');
  });
  afterAll(async () => {
    await browser?.close();
    files.close();
    rmSync(folder, { recursive: true });
  });

  /** What the server says of the template with a text, with a sample. */
  async function stepsOf(text: string, event: object): Promise<StepsReply> {
    const uri = pathToFileURL(at("api.yaml")).href;
    const templates = (await talk(uri, "vtl/templates", { uri })) as readonly { text: string; address: string }[];
    const template = templates.find((found) => found.text.includes(text));
    if (template === undefined) throw new Error(`no template has ${text}`);
    const reply = (await talk(uri, "vtl/steps", { uri, address: template.address, source: { event } })) as StepsReply;
    if (reply.status !== "ran") throw new Error(JSON.stringify(reply));
    return reply;
  }

  async function talk(uri: string, method: string, params: object): Promise<unknown> {
    const open = { uri, languageId: "yaml", text: API };
    const { results } = await talkToServer(page, { files: {}, rootUri: null, open, requests: [{ method, params }] });
    return results[0];
  }

  /** What `vtl invoke` prints for a request. */
  function invoked(line: string, flags: readonly string[]): unknown {
    const [method = "", url = ""] = line.split(" ");
    const args = [VTL, "invoke", at("api.yaml"), method, url, "--authorizer", `shop=${at("shop.json")}`, ...flags];
    const { stdout, stderr } = spawnSync(process.execPath, [...args, "--format", "json"], { encoding: "utf8" });
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout);
  }

  const authorizer = { authorizer: { principalId: "ann" } };
  const made = {
    path: { id: "7" },
    querystring: { fields: "id" },
    headers: { "X-Trace": "1", Authorization: "t" },
    stageVariables: { table: "a" },
    context: authorizer,
  };
  const flags = ["-H", "X-Trace: 1", "-H", "Authorization: t", "--stage-var", "table=a"];

  it.each([
    ["stored", 200, '{"Attributes": {"n": 1}}', 200],
    ["gone", 404, '{"message": "no order"}', 410],
  ])("of the response template with %s, for the same answer", async (text, status, body, final) => {
    const reply = await stepsOf(text, { ...made, body });
    writeFileSync(at("stub.json"), JSON.stringify({ answers: [{ service: "dynamodb", respond: { status, body } }] }));
    const told = invoked(reply.request, [...flags, "--stub", at("stub.json")]);
    expect(reply.request).toBe("PUT /orders/7?fields=id");
    expect(reply.invocation.response.status).toBe(final);
    expect(withoutChance(reply.invocation)).toEqual(withoutChance(told));
  });

  it("of a MOCK's template that fails", async () => {
    const reply = await stepsOf("broken", {});
    expect(reply.invocation.response.status).toBe(500);
    expect(withoutChance(reply.invocation)).toEqual(withoutChance(invoked(reply.request, [])));
  });

  it("of a request that the validator refuses", async () => {
    const reply = await stepsOf("csv", {
      path: { id: "7" },
      context: authorizer,
    });
    expect(reply.invocation.response.status).toBe(400);
    expect(reply.reached).toBe(false);
    const told = invoked(reply.request, []);
    expect(withoutChance(reply.invocation)).toEqual(withoutChance(told));
  });
});
