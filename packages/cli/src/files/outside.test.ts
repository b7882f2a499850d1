import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { vtlOnDisk } from "../testing/disk-io.js";

/** What nobody may see or change: a template with something to fix, format and print. */
const SECRET = `{"a": "SECRET-OF-THE-USER",\n"b": "$input.params("y")",}\n`;

let home: string;
beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "vtl-outside-")));
  for (const folder of ["repo/.git", "outside"]) mkdirSync(join(home, folder), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

const at = (path: string): string => join(home, path);

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text.replaceAll("HOME", home));
  }
}

const terraform = (expression: string): Readonly<Record<string, string>> => ({
  "repo/main.tf": `resource "aws_api_gateway_rest_api" "api" { name = "a" }
resource "aws_api_gateway_method" "m" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_rest_api.api.root_resource_id
  http_method = "GET"
  authorization = "NONE"
}
resource "aws_api_gateway_integration" "i" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_rest_api.api.root_resource_id
  http_method = "GET"
  type = "MOCK"
  request_templates = { "application/json" = ${expression} }
}
`,
});

const openApi = (item: string): Readonly<Record<string, string>> => ({
  "repo/api.yaml": `openapi: 3.0.1\ninfo: { title: a, version: "1" }\npaths:\n  /: ${item}\n`,
});

const PART = `get:
  x-amazon-apigateway-integration:
    type: mock
    requestTemplates: { application/json: '{"a":"SECRET-OF-THE-USER",}' }
    responses: { default: { statusCode: "200" } }
`;

const sam = (include: string): Readonly<Record<string, string>> => ({
  "repo/template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: v1, DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: ${include} } } } }
`,
});

const WHOLE = `openapi: 3.0.1\ninfo: { title: SECRET-OF-THE-USER, version: "1" }\npaths:\n  /:\n    ${PART.trim().replaceAll("\n", "\n    ")}\n`;

interface Reference {
  readonly files: Readonly<Record<string, string>>;
  readonly api: string;
  readonly links?: Readonly<Record<string, string>>;
}

const REFERENCES: Readonly<Record<string, Reference>> = {
  "file() with ../": { files: terraform(`file("../outside/secret.vtl")`), api: "repo" },
  "file() with an absolute path": { files: terraform(`file("HOME/outside/secret.vtl")`), api: "repo" },
  "file() of a link": {
    files: terraform(`file("link.vtl")`),
    api: "repo",
    links: { "repo/link.vtl": "../outside/secret.vtl" },
  },
  "file() in a linked folder": {
    files: terraform(`file("linked/secret.vtl")`),
    api: "repo",
    links: { "repo/linked": "../outside" },
  },
  "templatefile()": { files: terraform(`templatefile("../outside/secret.vtl", {})`), api: "repo" },
  "file() of Git's folder": { files: terraform(`file(".git/secret.vtl")`), api: "repo" },
  $ref: { files: openApi(`{ $ref: "../outside/part.yaml" }`), api: "repo/api.yaml" },
  "AWS::Include": { files: sam("../outside/whole.yaml"), api: "repo/template.yaml" },
  "Serverless file()": {
    files: {
      "repo/serverless.yml": `service: a\nprovider: { name: aws }\nfunctions:\n  f:\n    handler: x.y\n    events:\n      - http: { path: a, method: get, integration: lambda, request: { template: { application/json: "\${file(../outside/secret.vtl)}" } } }\n`,
    },
    api: "repo/serverless.yml",
  },
  "a template that is a link": {
    files: terraform('"{}"'),
    api: "repo",
    links: { "repo/a.vtl": "../outside/secret.vtl" },
  },
};

const COMMANDS: readonly (readonly [name: string, argsFor: (api: string) => readonly string[]])[] = [
  ["lint", () => ["lint", at("repo"), "--format", "json"]],
  ["lint --fix-unsafe", () => ["lint", at("repo"), "--fix-unsafe"]],
  ["lint --fix-unsafe --fix-dry-run", () => ["lint", at("repo"), "--fix-unsafe", "--fix-dry-run"]],
  ["templates", () => ["templates", at("repo"), "--format", "json"]],
  ["templates extract", () => ["templates", "extract", at("repo"), "--out", at("extracted")]],
  ["format --write", () => ["format", "--write", at("repo")]],
  ["invoke", (api) => ["invoke", at(api), "GET", "/", "--format", "json"]],
  ["serve", (api) => ["serve", at(api), "--port", "0"]],
];

function world({ files, links = {} }: Reference): void {
  put({ "outside/secret.vtl": SECRET, "repo/.git/secret.vtl": SECRET, "outside/part.yaml": PART, ...files });
  put({ "outside/whole.yaml": WHOLE });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, at(path));
}

const secrets = (): readonly string[] =>
  ["outside/secret.vtl", "repo/.git/secret.vtl", "outside/part.yaml", "outside/whole.yaml"].map((path) =>
    readFileSync(at(path), "utf8"),
  );

describe.each(Object.entries(REFERENCES))("%s that leads out of the repository", (name, reference) => {
  it.each(COMMANDS)("is not followed by vtl %s", async (_command, argsFor) => {
    world(reference);
    const before = secrets();
    const { printed } = await vtlOnDisk(argsFor(reference.api), at("repo"));
    expect(printed).not.toContain("SECRET-OF-THE-USER");
    expect(secrets()).toEqual(before);
  });

  it("is told, with what permits it", async () => {
    world(reference);
    const followed = name === "AWS::Include" || name === "$ref";
    const args = followed ? ["invoke", at(reference.api), "GET", "/"] : ["templates", at("repo")];
    const { stderr } = await vtlOnDisk(args, at("repo"));
    expect(stderr).toMatch(name.includes("Git") ? /belongs to Git and is not read/ : /is not read; allowOutside/);
  });
});

const permitted = Object.entries(REFERENCES).filter(([name]) => !name.includes("Git"));

it.each(permitted)(
  "%s that leads out of the repository is followed where the user permits it",
  async (name, reference) => {
    world(reference);
    const followed = name === "AWS::Include" || name === "$ref";
    const args = followed ? ["invoke", at(reference.api), "GET", "/", "--format", "json"] : COMMANDS[3]![1]("");
    const { printed } = await vtlOnDisk([...args, "--allow-outside", at("outside")], at("repo"));
    expect(printed).toContain("SECRET-OF-THE-USER");
  },
);

describe("a configuration", () => {
  const lint = (...more: string[]) => vtlOnDisk(["lint", at("repo"), ...more], at("repo"));

  it("that extends one outside is not used", async () => {
    put({ "repo/vtl.config.json": '{"extends": "../outside/vtl.config.json"}', "repo/a.vtl": "x" });
    put({ "outside/vtl.config.json": '{"SECRET-OF-THE-USER": 1}' });
    const { code, printed } = await lint();
    expect({ code, told: printed.includes("is not read; allowOutside") }).toEqual({ code: 2, told: true });
    expect(printed).not.toContain("SECRET-OF-THE-USER");
  });

  it("that is a link leading out is not used", async () => {
    put({ "outside/secret.json": '{"SECRET-OF-THE-USER": 1}', "repo/a.vtl": "x" });
    symlinkSync("../outside/secret.json", at("repo/vtl.config.json"));
    const { code, printed } = await lint();
    expect(code).toBe(2);
    expect(printed).not.toContain("SECRET-OF-THE-USER");
  });

  it("may extend a file of an installed package, wherever the package manager keeps it", async () => {
    put({ "store/node_modules/team/vtl.config.json": '{"rules": {"semicolon-after-set": "off"}}' });
    put({ "repo/vtl.config.json": '{"extends": "./node_modules/team/vtl.config.json"}' });
    put({ "repo/a.vtl": "#set($x = 1);$x" });
    mkdirSync(at("repo/node_modules"));
    symlinkSync(at("store/node_modules/team"), at("repo/node_modules/team"));
    expect(await lint()).toMatchObject({ code: 0, stdout: "" });
  });

  it("cannot allow itself what lies outside, unless the command line names it", async () => {
    put({ ...terraform(`file("../outside/secret.vtl")`), "outside/secret.vtl": SECRET });
    put({ "repo/vtl.config.json": '{"root": "..", "allowOutside": ["../outside"]}' });
    const found = await lint("--format", "json");
    expect(found.stderr).toMatch(/allowOutside of .* does not count/);
    expect(found.stderr).toMatch(/root of .* does not count/);
    expect(found.printed).not.toContain("SECRET-OF-THE-USER");
    const named = await lint("--format", "json", "--config", at("repo/vtl.config.json"));
    expect(named.stdout).toContain("secret.vtl");
    expect(named.stdout).not.toContain("file-not-read");
  });

  it("can make the place smaller", async () => {
    put({ "repo/infra/main.tf": terraform(`file("../other.vtl")`)["repo/main.tf"]!, "repo/other.vtl": "{}" });
    put({ "repo/vtl.config.json": '{"root": "infra"}' });
    expect((await lint("--format", "json")).stdout).toContain("file-not-read");
  });
});

describe("what is no file of text, or too large", () => {
  it.each<[string, string, () => void]>([
    ["an endless device", "is not read; allowOutside", () => symlinkSync("/dev/zero", at("repo/x.vtl"))],
    ["a pipe", "is a device, a pipe or a socket", () => execFileSync("mkfifo", [at("repo/x.vtl")])],
    ["a folder", "is a folder", () => mkdirSync(at("repo/x.vtl"))],
    [
      "a huge file",
      "has more than 16 MB",
      () => execFileSync("truncate", ["--size", "1T", at("repo/x.vtl")], { stdio: "ignore" }),
    ],
    ["bytes that are no text", "is not UTF-8 text", () => writeFileSync(at("repo/x.vtl"), new Uint8Array([0xff]))],
    ["a link to itself", "does not exist", () => symlinkSync("x.vtl", at("repo/x.vtl"))],
  ])("is named, not read: %s", async (_name, message, make) => {
    put(terraform(`file("x.vtl")`));
    make();
    for (const args of [
      ["lint", at("repo")],
      ["templates", at("repo/main.tf")],
      ["format", at("repo/main.tf")],
    ]) {
      expect((await vtlOnDisk(args, at("repo"))).printed).toContain(message);
    }
    expect((await vtlOnDisk(["invoke", at("repo"), "GET", "/"], at("repo"))).code).toBe(2);
  });

  it("is named, not read: a socket", async () => {
    put(terraform(`file("x.vtl")`));
    const server = createServer().listen(at("repo/x.vtl"));
    await new Promise((resolve) => server.once("listening", resolve));
    const { printed } = await vtlOnDisk(["lint", at("repo")], at("repo"));
    server.close();
    expect(printed).toContain("is a device, a pipe or a socket");
  });

  it("is named, not read: a device where all of the machine is permitted", async () => {
    put(terraform(`file("/dev/zero")`));
    const { printed } = await vtlOnDisk(["lint", at("repo"), "--root", "/"], at("repo"));
    expect(printed).toContain("/dev/zero is a device, a pipe or a socket");
  });
});

describe("a link in the project", () => {
  it.each<[string, readonly string[]]>([
    ["--cache", ["lint", "REPO/a.vtl", "--cache", "--cache-location", "REPO/link"]],
    ["--output-file", ["lint", "REPO/a.vtl", "--output-file", "json=REPO/link"]],
    ["--update-baseline", ["lint", "REPO/a.vtl", "--baseline", "REPO/link", "--update-baseline"]],
    ["render -o", ["render", "REPO/a.vtl", "-o", "REPO/link"]],
    ["render --update", ["render", "REPO/a.vtl", "--expect", "REPO/link", "--update"]],
    ["compile -o", ["compile", "REPO/a.vtl", "-o", "REPO/link"]],
    ["templates extract", ["templates", "extract", "REPO/a.vtl", "--out", "REPO/folder", "--force"]],
  ])("leads no write out of it: %s", async (_name, args) => {
    put({ "repo/a.vtl": "new", "outside/precious": "old" });
    symlinkSync("../outside/precious", at("repo/link"));
    symlinkSync("../outside", at("repo/folder"));
    const given = args.map((arg) => arg.replaceAll("REPO", at("repo")));
    const { code, stderr } = await vtlOnDisk(given, at("repo"));
    expect(stderr).toContain("is not written");
    expect(code).toBe(2);
    expect(readFileSync(at("outside/precious"), "utf8")).toBe("old");
    expect(execFileSync("ls", [at("outside")], { encoding: "utf8" })).toBe("precious\n");
  });
});
