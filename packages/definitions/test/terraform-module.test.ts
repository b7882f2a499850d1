import { describe, expect, it, vi } from "vitest";
import { Parser } from "web-tree-sitter";
import { DefinitionFiles, findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

/** The templates of one file of a folder, `METHOD /path direction text`, and where diagnostics begin. */
async function find(path: string, files: Readonly<Record<string, string>>) {
  const host = { ...hostWithFiles(files), listFolder: async () => Object.keys(files) };
  const { templates, diagnostics } = await findTemplates({ path, text: files[path]! }, host);
  return {
    found: templates.map(
      ({ file, text, facts: { httpMethod = "-", path: at = "-", direction } }) =>
        `${httpMethod} ${at} ${direction} ${file}: ${text.trim()}`,
    ),
    broken: diagnostics.map(({ code, start }) => `${code} ${files[path]!.slice(start).split("\n")[0]}`),
  };
}

const api = `resource "aws_api_gateway_rest_api" "a" { name = "a" }
resource "aws_api_gateway_resource" "r" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  parent_id   = aws_api_gateway_rest_api.a.root_resource_id
  path_part   = "orders"
}
resource "aws_api_gateway_method" "m" {
  rest_api_id   = aws_api_gateway_rest_api.a.id
  resource_id   = aws_api_gateway_resource.r.id
  http_method   = var.method
  authorization = "NONE"
}
`;

const integration = (template: string): string => `resource "aws_api_gateway_integration" "i" {
  rest_api_id       = aws_api_gateway_rest_api.a.id
  resource_id       = aws_api_gateway_resource.r.id
  http_method       = aws_api_gateway_method.m.http_method
  type              = "MOCK"
  request_templates = { "application/json" = ${template} }
}
`;

const variables = `variable "method" { default = "put" }\n`;

describe("a Terraform folder", () => {
  it("is one module: methods, paths and variables of other files count", async () => {
    const files = { "api.tf": api, "i.tf": integration(`"{}"`), "variables.tf": variables };
    expect((await find("i.tf", files)).found).toEqual(["PUT /orders request i.tf: {}"]);
  });

  it("may have a template among the locals of another file, which is one of that file too", async () => {
    const files = {
      "api.tf": api + integration("local.order"),
      "locals.tf": `locals {\n  order = <<-VTL\n    {"id": "$input.params('id')"}\n  VTL\n}\n`,
      "variables.tf": variables,
    };
    const expected = [`PUT /orders request locals.tf: {"id": "$input.params('id')"}`];
    expect((await find("api.tf", files)).found).toEqual(expected);
    expect((await find("locals.tf", files)).found).toEqual(expected);
  });

  it("follows template_file to an OpenAPI document", async () => {
    const files = {
      "main.tf": `data "template_file" "api" { template = file("api.yaml.tpl") }
resource "aws_api_gateway_rest_api" "a" { body = data.template_file.api.rendered }
`,
      "api.yaml.tpl": `openapi: 3.0.1
paths: { /a: { post: { x-amazon-apigateway-integration: { type: aws, uri: "\${arn}", requestTemplates: { a/b: "$input.body" } } } } }
`,
    };
    expect((await find("main.tf", files)).found).toEqual(["POST /a request api.yaml.tpl: $input.body"]);
  });

  it("gives modules lists of maps, maps, and documents in heredocs", async () => {
    const files = {
      "main.tf": `module "api" {
  source             = "./module"
  request_templates  = [{ "application/json" = "one" }]
  response_templates = { "application/json" = "two" }
  swagger            = <<EOF
swagger: "2.0"
paths: { /a: { get: { x-amazon-apigateway-integration: { type: mock, requestTemplates: { a/b: three } } } } }
EOF
}
`,
    };
    expect((await find("main.tf", files)).found).toEqual([
      "GET /a request main.tf: three",
      "- - request main.tf: one",
      "- - response main.tf: two",
    ]);
  });

  it("is parsed and searched once for all of its files, and again when one that it names is another", async () => {
    const files: Record<string, string> = {
      "api.tf": api,
      "i.tf": integration(`file("order.vtl")`),
      "variables.tf": variables,
      "order.vtl": "one",
    };
    const parse = vi.spyOn(Parser.prototype, "parse");
    const known = new DefinitionFiles();
    const search = async () => {
      const host = { ...hostWithFiles(files), listFolder: async () => Object.keys(files) };
      const found: string[] = [];
      for (const path of ["api.tf", "i.tf", "variables.tf"]) {
        const { templates } = await findTemplates({ path, text: files[path]! }, host, known);
        found.push(...templates.map(({ file, text, facts }) => `${facts.httpMethod} ${file}: ${text}`));
      }
      return found;
    };
    try {
      expect(await search()).toEqual(["PUT order.vtl: one"]);
      expect(parse).toHaveBeenCalledTimes(3);
      files["order.vtl"] = "two";
      expect(await search()).toEqual(["PUT order.vtl: two"]);
      expect(parse).toHaveBeenCalledTimes(3);
      files["variables.tf"] = variables.replace("put", "post");
      expect(await search()).toEqual(["POST order.vtl: two"]);
      expect(parse).toHaveBeenCalledTimes(4);
    } finally {
      parse.mockRestore();
    }
  });

  it("gives a response to the method that it names by way of other blocks, whatever for_each fills in", async () => {
    const method = (name: string) => `resource "aws_api_gateway_method" "${name}" {
  for_each    = var.all
  resource_id = aws_api_gateway_rest_api.a.root_resource_id
  http_method = each.value.method
}
resource "aws_api_gateway_integration" "${name}" {
  for_each    = var.all
  resource_id = aws_api_gateway_rest_api.a.root_resource_id
  http_method = aws_api_gateway_method.${name}[each.key].http_method
  type        = "${name}"
}
`;
    const response = `resource "aws_api_gateway_method_response" "mock" {
  http_method = aws_api_gateway_method.mock[each.key].http_method
}
resource "aws_api_gateway_integration_response" "mock" {
  for_each           = var.all
  resource_id        = aws_api_gateway_rest_api.a.root_resource_id
  http_method        = aws_api_gateway_method_response.mock[each.key].http_method
  status_code        = "200"
  response_templates = { "application/json" = "{}" }
}
`;
    const text = method("http") + method("mock") + response;
    const { templates } = await findTemplates({ path: "main.tf", text }, hostWithFiles({}));
    expect(templates.map(({ facts }) => facts.integration?.type)).toEqual(["MOCK"]);
  });

  it("has the methods and paths of each of its calls in the folders around it", async () => {
    const caller = `resource "aws_api_gateway_rest_api" "a" { name = "a" }
resource "aws_api_gateway_resource" "r" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  parent_id   = aws_api_gateway_rest_api.a.root_resource_id
  path_part   = var.first
}
variable "first" { default = "orders" }
module "get" {
  source   = "./modules/mock/"
  resource = aws_api_gateway_resource.r.id
  path     = "{id}"
  method   = "GET"
  text     = "one"
}
module "root" {
  source   = "./modules/mock"
  resource = aws_api_gateway_rest_api.a.root_resource_id
  path     = "new"
}
module "other" { source = "./modules/other" }
`;
    const called = `variable "method" { default = "PUT" }
variable "text" { default = "two" }
resource "aws_api_gateway_resource" "r" {
  parent_id   = var.resource
  path_part   = var.path
}
resource "aws_api_gateway_method" "m" {
  resource_id   = aws_api_gateway_resource.r.id
  http_method   = var.method
}
resource "aws_api_gateway_integration" "i" {
  resource_id       = aws_api_gateway_resource.r.id
  http_method       = aws_api_gateway_method.m.http_method
  type              = "MOCK"
  request_templates = { "application/json" = var.text, "text/plain" = "own" }
}
`;
    const files = { "main.tf": caller, "modules/mock/main.tf": called };
    const folders = { "": ["main.tf"], "modules/": [], "modules/mock/": ["main.tf"] };
    const listFolder = async (folder: string) => folders[folder as keyof typeof folders];
    const file = { path: "modules/mock/main.tf", text: called };
    const host = { ...hostWithFiles(files), listFolder };
    const foundIn = async (searched: { readonly path: string; readonly text: string }) =>
      (await findTemplates(searched, host)).templates.map(
        ({ file, text, facts: { httpMethod, path } }) => `${httpMethod} ${path} ${file}: ${text}`,
      );
    // What a call gives is the caller's too.
    expect(await foundIn({ path: "main.tf", text: `${caller}# $input` })).toEqual(["GET /orders/{id} main.tf: one"]);
    expect(await foundIn(file)).toEqual([
      "GET /orders/{id} main.tf: one",
      "GET /orders/{id} modules/mock/main.tf: own",
      "PUT /new modules/mock/main.tf: two",
      "PUT /new modules/mock/main.tf: own",
    ]);
  });

  it("may have an integration whose API and method others declare", async () => {
    const text = `variable "api" {}
variable "method" { default = "GET" }
resource "aws_api_gateway_integration" "i" {
  rest_api_id       = var.api
  http_method       = var.method
  type              = "MOCK"
  request_templates = { "application/json" = "{}" }
}
`;
    const { templates } = await findTemplates({ path: "main.tf", text }, hostWithFiles({ "main.tf": text }));
    expect(templates.map(({ facts }) => facts)).toMatchObject([{ httpMethod: "GET", integration: { type: "MOCK" } }]);
    expect(templates[0]?.facts.integration).not.toHaveProperty("httpMethod");
  });

  it("reads the files that its calls name, from the caller's folder", async () => {
    const files = {
      "dev/main.tf": 'module "api" {\n  source   = "../modules/mock"\n  template = "../api/put.json"\n}\n',
      "modules/mock/main.tf": `variable "template" {}
locals { answer = "\${path.module}/answer.json" }
resource "aws_api_gateway_integration" "i" {
  http_method       = "PUT"
  type              = "MOCK"
  request_templates = { "application/json" = "\${file("\${var.template}")}", "text/plain" = file(local.answer) }
}
`,
      "api/put.json": '{ "put": $input.body }',
      "modules/mock/answer.json": '{ "answer": $input.body }',
    };
    const folders = {
      "": ["dev/", "modules/"],
      "modules/": ["mock/"],
      "dev/": ["main.tf"],
      "modules/mock/": ["main.tf"],
    };
    const listFolder = async (folder: string) => folders[folder as keyof typeof folders] ?? [];
    const path = "modules/mock/main.tf";
    const { templates } = await findTemplates({ path, text: files[path] }, { ...hostWithFiles(files), listFolder });
    expect(templates.map(({ file, text }) => `${file}: ${text}`)).toEqual([
      'api/put.json: { "put": $input.body }',
      'modules/mock/answer.json: { "answer": $input.body }',
    ]);
  });
});

describe("a resource that another module makes", () => {
  it("has a path that is not known, whatever that module is called with", async () => {
    const caller = `resource "aws_api_gateway_rest_api" "a" { name = "a" }
module "orders" {
  source    = "./resource"
  parent_id = aws_api_gateway_rest_api.a.root_resource_id
  name      = "orders"
}
resource "aws_api_gateway_method" "m" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  resource_id = "\${module.orders.resource_id}"
  http_method = "GET"
}
resource "aws_api_gateway_integration" "i" {
  rest_api_id       = aws_api_gateway_rest_api.a.id
  resource_id       = "\${module.orders.resource_id}"
  http_method       = aws_api_gateway_method.m.http_method
  type              = "MOCK"
  request_templates = { "application/json" = "{}" }
}
`;
    expect((await find("main.tf", { "main.tf": caller })).found).toEqual(["GET - request main.tf: {}"]);
  });
});

it("a document that templatefile() fills in has templates, with methods and paths", async () => {
  const text = `{ "openapi": "3.0.1",
  "paths": {
    %{~ for name in names ~}
    "/v1/\${name}": { "put": { "x-amazon-apigateway-integration": {
      "type": "aws", "httpMethod": \${method}, "uri": "\${replace(uri, "a", "b")}",
      "requestTemplates": { "application/json": "{}" } } } },
    %{~ endfor ~}
  } }`;
  const { found, broken } = await find("api.json.tftpl", { "api.json.tftpl": text });
  expect({ found, broken }).toEqual({ found: ["PUT /v1/<name> request api.json.tftpl: {}"], broken: [] });
});

describe("a folder of several Terraform modules", () => {
  const route = (method: string) => `resource "aws_api_gateway_rest_api" "a" { name = "a" }
resource "aws_api_gateway_method" "m" {
  resource_id = aws_api_gateway_rest_api.a.root_resource_id
  http_method = "${method}"
}
resource "aws_api_gateway_integration" "i" {
  resource_id       = aws_api_gateway_rest_api.a.root_resource_id
  http_method       = aws_api_gateway_method.m.http_method
  type              = "MOCK"
  request_templates = { "application/json" = "{}" }
}
`;

  it("has each template once, with what its own file says", async () => {
    const files = { "one.tf": route("GET"), "two.tf": route("PUT"), "three.tf": "" };
    expect((await find("one.tf", files)).found).toEqual(["GET / request one.tf: {}"]);
    expect((await find("two.tf", files)).found).toEqual(["PUT / request two.tf: {}"]);
  });

  it("is one module with files that override it", async () => {
    const method = `resource "aws_api_gateway_integration" "i" {\n  type = "MOCK"\n}\n`;
    const files = { "main.tf": route("GET"), "override.tf": method };
    expect((await find("main.tf", files)).found).toContain("GET / request main.tf: {}");
  });
});

describe("a broken place of a Terraform file", () => {
  it.each([
    ["a quote that is not closed", `resource "x" "y" {\n  a = "abc\n}\n`],
    ["an attribute without its value", `resource "x" "y" {\n  a = \n}\n`],
    ["a block that is not closed", `resource "x" "y" {\n  b {\n`],
  ])("hides nothing else: %s", async (_, broken) => {
    const files = { "main.tf": broken + api + integration(`"{}"`) };
    const { found, broken: places } = await find("main.tf", files);
    expect(found).toEqual(["- /orders request main.tf: {}"]);
    expect(places).toHaveLength(1);
  });

  it("is none where Terraform 0.11 had blocks with keys in quotes", async () => {
    const files = { "main.tf": `resource "a" "b" {\n  request_templates {\n    "a/b" = "{}"\n  }\n}\n` };
    expect(await find("main.tf", files)).toEqual({ found: ["- - request main.tf: {}"], broken: [] });
  });
});
