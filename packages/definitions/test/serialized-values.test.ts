import { describe, expect, it } from "vitest";
import { findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

describe("what a serializer writes of what only the deployment knows", () => {
  const valuesOf = async (path: string, text: string): Promise<readonly (readonly [string, boolean])[]> => {
    const { templates } = await findTemplates({ path, text }, hostWithFiles({}));
    return templates[0]!.holes.map(({ expression, isValue = false }) => [expression, isValue] as const);
  };

  it("is a whole value", async () => {
    const put = 'const o = { requestTemplates: { "application/json": TEXT } };';
    const inTypeScript = (text: string) =>
      valuesOf(
        "a.ts",
        put.replace("TEXT", () => text),
      );
    expect(await inTypeScript("JSON.stringify({ a: table.name, b: `${stage}`, c: `x-${stage}` })")).toEqual([
      ["table.name", true],
      ["stage", false],
      ["stage", false],
    ]);
    expect(await inTypeScript('`{"a": ${JSON.stringify(names)}, "b": ${JSON.stringify(a) + f(b)}}`')).toEqual([
      ["JSON.stringify(names)", true],
      ["JSON.stringify(a) + f(b)", false],
    ]);
    const terraform = (text: string) =>
      valuesOf("a.tf", `resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = ${text} }\n}\n`);
    expect(await terraform('jsonencode({ a = var.x, b = "${var.y}", c = "x-${var.z}" })')).toEqual([
      ["var.x", true],
      ["var.y", true],
      ["var.z", false],
    ]);
    expect(await terraform('<<-EOF\n    {"a": ${jsonencode(var.x)}, "b": ${var.y}}\n  EOF\n ')).toEqual([
      ["jsonencode(var.x)", true],
      ["var.y", false],
    ]);
  });
});
