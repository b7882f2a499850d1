import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

/** What nobody may see. */
export const SECRET = "SECRET-OF-THE-USER";

/** What nobody may see or change: a template with something to fix, format and print. */
const SECRET_TEMPLATE = `{"a": "${SECRET}",\n"b": "$input.params("y")",}\n`;

/** A Terraform module whose request template is an expression. */
export const terraformTemplate = (expression: string): Readonly<Record<string, string>> => ({
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
    requestTemplates: { application/json: '{"a":"${SECRET}",}' }
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

const WHOLE = `openapi: 3.0.1\ninfo: { title: ${SECRET}, version: "1" }\npaths:\n  /:\n    ${PART.trim().replaceAll("\n", "\n    ")}\n`;

/** Files of a repository that name what is outside of it, by paths from the folder around both; `HOME` is that folder. */
export interface OutsideReference {
  readonly files: Readonly<Record<string, string>>;
  /** The file or folder that an API is read from. */
  readonly api: string;
  /** Only who runs the API follows it. */
  readonly isFollowedByRunning?: true;
  readonly links?: Readonly<Record<string, string>>;
}

const runningCode = (
  codeUri: string,
  handler: string,
  links: Readonly<Record<string, string>> = {},
): OutsideReference => ({
  files: {
    "repo/template.yaml": `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs20.x
      CodeUri: ${codeUri}
      Handler: ${handler}
      Events: { Get: { Type: Api, Properties: { Path: /, Method: get } } }
`,
  },
  api: "repo/template.yaml",
  links,
  isFollowedByRunning: true,
});

/** The ways in which a repository can name a file; each leads to a text or to code with `SECRET`. */
export const outsideReferences: Readonly<Record<string, OutsideReference>> = {
  "file() with ../": { files: terraformTemplate(`file("../outside/secret.vtl")`), api: "repo" },
  "file() with an absolute path": { files: terraformTemplate(`file("HOME/outside/secret.vtl")`), api: "repo" },
  "file() of a link": {
    files: terraformTemplate(`file("link.vtl")`),
    api: "repo",
    links: { "repo/link.vtl": "../outside/secret.vtl" },
  },
  "file() in a linked folder": {
    files: terraformTemplate(`file("linked/secret.vtl")`),
    api: "repo",
    links: { "repo/linked": "../outside" },
  },
  "templatefile()": { files: terraformTemplate(`templatefile("../outside/secret.vtl", {})`), api: "repo" },
  "file() of Git's folder": { files: terraformTemplate(`file(".git/secret.vtl")`), api: "repo" },
  $ref: { files: openApi(`{ $ref: "../outside/part.yaml" }`), api: "repo/api.yaml", isFollowedByRunning: true },
  "AWS::Include": {
    files: sam("../outside/whole.yaml"),
    api: "repo/template.yaml",
    isFollowedByRunning: true,
  },
  "CodeUri with ../": runningCode("../outside", "app.handler"),
  "CodeUri with an absolute path": runningCode("HOME/outside", "app.handler"),
  "CodeUri that is a link": runningCode("linked", "app.handler", { "repo/linked": "../outside" }),
  "a handler with ../": runningCode(".", "../outside/app.handler"),
  "a handler that is a link": runningCode("code", "app.handler", { "repo/code/app.js": "../../outside/app.js" }),
  "Serverless file()": {
    files: {
      "repo/serverless.yml": `service: a\nprovider: { name: aws }\nfunctions:\n  f:\n    handler: x.y\n    events:\n      - http: { path: a, method: get, integration: lambda, request: { template: { application/json: "\${file(../outside/secret.vtl)}" } } }\n`,
    },
    api: "repo/serverless.yml",
  },
  "a template that is a link": {
    files: terraformTemplate('"{}"'),
    api: "repo",
    links: { "repo/a.vtl": "../outside/secret.vtl" },
  },
};

/** What a reference may lead to that is not read, with what is said of it. */
export const unreadableFiles: Readonly<
  Record<string, { readonly message: string; readonly make: (world: OutsideWorld, path: string) => void }>
> = {
  "an endless device": { message: "is not read; allowOutside", make: (world, path) => world.link(path, "/dev/zero") },
  "a pipe": {
    message: "is a device, a pipe or a socket",
    make: (world, path) => execFileSync("mkfifo", [world.at(path)]),
  },
  "a folder": { message: "is a folder", make: (world, path) => mkdirSync(world.at(path)) },
  "a huge file": {
    message: "has more than 16 MB",
    make: (world, path) => execFileSync("truncate", ["--size", "1T", world.at(path)], { stdio: "ignore" }),
  },
  "bytes that are no text": {
    message: "is not UTF-8 text",
    make: (world, path) => writeFileSync(world.at(path), new Uint8Array([0xff])),
  },
  "a link to itself": { message: "does not exist", make: (world, path) => world.link(path, basename(path)) },
};

const SECRET_FILES: Readonly<Record<string, string>> = {
  "outside/secret.vtl": SECRET_TEMPLATE,
  "repo/.git/secret.vtl": SECRET_TEMPLATE,
  "outside/part.yaml": PART,
  "outside/whole.yaml": WHOLE,
  "outside/app.js": `exports.handler = async () => ({ statusCode: 200, body: "${SECRET}" });`,
};

/** A folder on disk with a repository, `repo`, and what is beside it, `outside`: to be disposed of. */
export class OutsideWorld {
  readonly #home = realpathSync(mkdtempSync(join(tmpdir(), "vtl-outside-")));

  constructor() {
    for (const folder of ["repo/.git", "outside"]) mkdirSync(this.at(folder), { recursive: true });
  }

  /** Makes the files and links of a reference, and what it leads to. */
  build({ files, links = {} }: OutsideReference): void {
    this.put({ ...SECRET_FILES, ...files });
    for (const [path, target] of Object.entries(links)) this.link(path, target);
  }

  at(path: string): string {
    return join(this.#home, path);
  }

  /** Writes files; `HOME` in a text is the folder around all. */
  put(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(this.at(path)), { recursive: true });
      writeFileSync(this.at(path), text.replaceAll("HOME", this.#home));
    }
  }

  link(path: string, target: string): void {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    symlinkSync(target, this.at(path));
  }

  /** What of the secret files is other than it was. */
  get changed(): readonly string[] {
    return Object.keys(SECRET_FILES).filter((path) => readFileSync(this.at(path), "utf8") !== SECRET_FILES[path]);
  }

  /** The texts of the files in a folder, but for those of Git. */
  textsIn(folder: string): readonly string[] {
    return readdirSync(this.at(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("/.git"))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
  }

  [Symbol.dispose](): void {
    rmSync(this.#home, { recursive: true });
  }
}
