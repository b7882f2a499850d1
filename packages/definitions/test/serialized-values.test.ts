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

describe("members that a serializer is given from elsewhere", () => {
  const textsOf = async (path: string, text: string) => {
    const { templates } = await findTemplates({ path, text }, hostWithFiles({}));
    return templates.map((template) => template.text);
  };
  const put = (value: string) => `const base = { table: "T" };\nconst o = { requestTemplates: { "a/b": ${value} } };\n`;

  it("are there where the file shows them, and a hole where it does not", async () => {
    expect(await textsOf("a.ts", put("JSON.stringify({ ...base, b: 1, ...more })"))).toEqual([
      '{"table":"T","b":1<more>}',
    ]);
    expect(await textsOf("a.ts", put("JSON.stringify({ ...more() }, null, 2)"))).toEqual(["{<more>}"]);
    expect(await textsOf("a.py", 'o = dict(request_templates={"a/b": json.dumps({"b": 1, **more})})\n')).toEqual([
      '{"b": 1<more>}',
    ]);
    const terraform = 'resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = TEXT }\n}\n';
    expect(await textsOf("a.tf", terraform.replace("TEXT", "jsonencode(merge({ a = 1 }, var.more))"))).toEqual([
      '{"a":1<var.more>}',
    ]);
  });

  it("are templates where they are spread into a map of templates", async () => {
    const text =
      'const common = { "a/b": "$input.body" };\nconst o = { requestTemplates: { ...common, "c/d": "{}" } };\n';
    expect(await textsOf("a.ts", text)).toEqual(["$input.body", "{}"]);
  });

  it("stand behind a colon and a space where the text is indented", async () => {
    expect(await textsOf("a.ts", put('JSON.stringify({ a: { b: "c" } }, undefined, 2)'))).toEqual([
      '{\n  "a": {\n    "b": "c"\n  }\n}',
    ]);
  });
});
