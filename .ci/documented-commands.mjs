#!/usr/bin/env node
/**
 * Runs the commands that the documentation shows, each in a folder of its own with the files that it names, by the program that
 * is installed in FOLDER: none may be wrong usage. Those that go on for ever get Ctrl-C once they are ready.
 *
 *   node .ci/documented-commands.mjs FOLDER
 */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PAGES = ["README.md", "packages/cli/README.md", "docs/cli.md", "docs/ci.md"];
const READY = /waiting for changes|is served at/;
/** For what hangs. */
const LONGEST_MS = 120_000;

const root = fileURLToPath(new URL("..", import.meta.url));
const installed = resolve(process.argv[2] ?? ".");
const fixture = (path) => readFileSync(join(root, "fixtures", path), "utf8");
const event = fixture("templates/dynamodb-put-order/event.json");
const store = fixture("apis/item-store/template.yaml");
const openapi = `openapi: 3.0.1
info: { title: pets, version: "1" }
paths:
  /pets:
    get: { responses: { "200": {} }, x-amazon-apigateway-integration: &mock {
      type: mock, requestTemplates: { application/json: '{"statusCode": 200}' }, responses: { default: { statusCode: "200" } } } }
  /orders:
    post: { responses: { "200": {} }, x-amazon-apigateway-integration: *mock }
  /orders/{id}:
    put: { responses: { "200": {} }, x-amazon-apigateway-integration: *mock }
`;
const terraform = `resource "aws_api_gateway_rest_api" "pets" { name = "pets" }
resource "aws_api_gateway_resource" "pets" {
  rest_api_id = aws_api_gateway_rest_api.pets.id
  parent_id   = aws_api_gateway_rest_api.pets.root_resource_id
  path_part   = "pets"
}
`;

/** Files by what of a command names them. */
const WORLD = {
  "put-item.vtl": fixture("templates/dynamodb-put-order/template.vtl"),
  "order.json": JSON.parse(event).body,
  "event.json": event,
  "event.yaml": event,
  "expected.json": fixture("templates/dynamodb-put-order/expected.out"),
  "list.vtl": '{ "limit": "$input.params(\'limit\')" }\n',
  "api.vtl": '{ "q": "$input.params(\'q\')" }\n',
  "broken-requests": '{ "querystring": { "q": "\\"" }, "context": {} }',
  "api.yaml": openapi,
  "template.yaml": store,
  "items.json": fixture("apis/item-store/items.json"),
  "stub.yaml": "answers: []\n",
  ".vtl-baseline.json": '{ "version": 1, "findings": [] }\n',
  "infra/": terraform,
  "cdk.out": '{ "openapi": "3.0.1", "paths": {} }',
  "templates/": '{ "a": 1 }\n',
  "src/": '{ "a": 1 }\n',
};
/** Where a file is that stands for a folder. */
const PLACES = {
  "infra/": "infra/main.tf",
  "cdk.out": "cdk.out/api.json",
  "templates/": "templates/a.vtl",
  "src/": "src/a.vtl",
  "broken-requests": "broken-requests/api.vtl/1-1.event.json",
};
/** Commands that show how something fails. */
const FAILING = /\bapi\.vtl\b/;

function documentedCommands() {
  const commands = new Set();
  for (const page of PAGES) {
    for (const [, block] of readFileSync(join(root, page), "utf8").matchAll(/^```sh\n(.*?)^```/gms)) {
      for (const line of block.split("\n")) {
        const command = line.replace(/^npm ci && /, "").replace(/\s+#.*$/, "");
        if (/\bvtl (?!\.)/.test(command) && !/^(?:docker|npm)\b/.test(command)) commands.add(command);
      }
    }
  }
  return [...commands];
}

/** @param {string} command */
function makeFolder(command, folder) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const path of [".zfunc", ".config/fish/completions"]) mkdirSync(join(folder, path), { recursive: true });
  const words = command.split(/[\s'"@#=]+/);
  const named = Object.keys(WORLD).filter((name) => words.some((word) => word === name || word.startsWith(name)));
  for (const name of named.length > 0 ? named : ["api.yaml"]) put(PLACES[name] ?? name, WORLD[name]);
  if (command.includes("fixtures/")) cpSync(join(root, "fixtures"), join(folder, "fixtures"), { recursive: true });
}

/** The exit status and what was told. */
function run(command, folder) {
  const free = command.replace(/\bvtl serve\b.*/, (text) => `${text.replace(/ --port \d+/, "")} --port 0`);
  const env = { ...process.env, HOME: folder, PATH: `${join(installed, "node_modules/.bin")}:${process.env.PATH}` };
  const child = spawn("bash", ["-c", free.replace(/^npx /, "npx --no-install ")], {
    cwd: folder,
    env,
    detached: true,
    timeout: LONGEST_MS,
  });
  let told = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      const was = READY.test(told);
      told += text;
      if (!was && READY.test(told)) process.kill(-child.pid, "SIGINT");
    });
  }
  return new Promise((done) => {
    child.once("close", (status, signal) =>
      done({ status: signal === "SIGINT" && READY.test(told) ? 0 : status, told }),
    );
  });
}

let failed = 0;
const commands = documentedCommands();
for (const [number, command] of commands.entries()) {
  const folder = join(installed, "commands", String(number));
  makeFolder(command, folder);
  const { status, told } = await run(command, folder);
  if (status === (FAILING.test(command) ? 1 : 0)) continue;
  failed++;
  console.error(`${command}\nends with ${status}:\n${told.slice(0, 2000)}`);
}
console.log(`${commands.length} documented commands, ${failed} wrong`);
process.exitCode = failed > 0 || commands.length < 40 ? 1 : 0;
