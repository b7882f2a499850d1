import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

/** A method of the resource `r`, with a template. */
const mockOf = (httpMethod: string): string => `resource "aws_api_gateway_method" "m" {
  resource_id = aws_api_gateway_resource.r.id
  http_method = "${httpMethod}"
}
resource "aws_api_gateway_integration" "i" {
  resource_id       = aws_api_gateway_resource.r.id
  http_method       = aws_api_gateway_method.m.http_method
  type              = "MOCK"
  request_templates = { "application/json" = "{}" }
}
`;

describe("a Terraform module that is called from elsewhere", () => {
  const called = `variable "path" {}
resource "aws_api_gateway_rest_api" "a" { name = "a" }
resource "aws_api_gateway_resource" "r" {
  parent_id = aws_api_gateway_rest_api.a.root_resource_id
  path_part = var.path
}
${mockOf("GET")}`;

  /** Method and path of what a module has, in a project with a caller. */
  async function pathsOf(module: string, caller: string, source: string) {
    const files: Record<string, string> = {
      [module]: called,
      [caller]: `module "api" {\n  source = "${source}"\n  path   = "orders"\n}\n`,
    };
    const namesIn = (folder: string) =>
      Object.keys(files)
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length).replace(/\/.*/, "/"));
    const listFolder = async (folder: string) => [...new Set(namesIn(folder))];
    const { templates } = await findTemplates({ path: module, text: called }, { ...hostWithFiles(files), listFolder });
    return templates.map(({ facts: { httpMethod, path } }) => `${httpMethod} ${path}`);
  }

  it.each([
    ["modules/api/main.tf", "environments/dev/main.tf", "../../modules/api"],
    ["modules/api/main.tf", "environments/dev/eu/main.tf", "../../../modules/api/"],
    ["modules/api/main.tf", "modules/shop/main.tf", "../api"],
    ["infra/modules/api/main.tf", "apps/shop/main.tf", "../../infra/modules/api"],
    ["main.tf", "examples/complete/main.tf", "../../"],
    ["/home/me/modules/api/main.tf", "/home/me/live/main.tf", "../modules/api"],
  ])("%s has the path that %s says", async (module, caller, source) => {
    expect(await pathsOf(module, caller, source)).toEqual(["GET /orders"]);
  });

  it("lies where the caller's other files say that its parent is", async () => {
    const text = `variable "parent" {}
resource "aws_api_gateway_resource" "r" {
  parent_id = var.parent
  path_part = "lines"
}
${mockOf("POST")}`;
    const files = {
      "calls.tf": `module "lines" {\n  source = "./lines"\n  parent = aws_api_gateway_resource.orders.id\n}\n`,
      "api.tf": `resource "aws_api_gateway_rest_api" "a" { name = "a" }
resource "aws_api_gateway_resource" "orders" {
  parent_id = aws_api_gateway_rest_api.a.root_resource_id
  path_part = "orders"
}
`,
      "lines/main.tf": text,
    };
    const folders: Record<string, readonly string[]> = {
      "": ["api.tf", "calls.tf", "lines/"],
      "lines/": ["main.tf"],
    };
    const listFolder = async (folder: string) => folders[folder] ?? [];
    const found = await findTemplates({ path: "lines/main.tf", text }, { ...hostWithFiles(files), listFolder });
    expect(found.templates.map(({ facts: { httpMethod, path } }) => `${httpMethod} ${path}`)).toEqual([
      "POST /orders/lines",
    ]);
  });

  it("lies below the root where an input that is handed on is the root by its name", async () => {
    const text = `variable "api_root_resource_id" {}
resource "aws_api_gateway_resource" "r" {
  parent_id = var.api_root_resource_id
  path_part = "lines"
}
${mockOf("POST")}`;
    const { templates } = await findTemplates({ path: "main.tf", text }, hostWithFiles({}));
    expect(templates.map(({ facts }) => facts.path)).toEqual(["/lines"]);
  });

  it.each([
    ["modules/api/main.tf", "live/.terraform/main.tf", "../../modules/api"],
    ["modules/api/main.tf", "live/main.tf", "../modules/other"],
  ])("%s has none of %s", async (module, caller, source) => {
    expect(await pathsOf(module, caller, source)).toEqual(["GET /<var.path>"]);
  });
});
