import { describe, expect, it } from "vitest";
import { applyTextEdits, editTemplate, findTemplates } from "../src/index.js";
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

describe("what is put into a string", () => {
  const templatesOf = async (path: string, text: string) =>
    (await findTemplates({ path, text }, hostWithFiles({}))).templates;
  const given = 'const table = "Orders";\nconst item = { id: { S: "$input.path(\'$.id\')" } };\n';
  const inTypeScript = (value: string) =>
    templatesOf("a.ts", `${given}const o = { requestTemplates: { "a/b": ${value} } };\n`);

  it("is there where the file shows it, and a hole where it does not", async () => {
    const [template] = await inTypeScript(
      '`#set($a = 1)\n{"t": "${table}", "i": ${JSON.stringify(item)}, "k": "${key}"}`',
    );
    expect(template?.text).toBe(
      '#set($a = 1)\n{"t": "Orders", "i": {"id":{"S":"$input.path(\'$.id\')"}}, "k": "<key>"}',
    );
    expect(template?.holes.map(({ expression }) => expression)).toEqual(["key"]);
  });

  it("is added by `+` as well, and written into another text", async () => {
    const [added] = await inTypeScript('"#set($a = 1)" + JSON.stringify({ detail: JSON.stringify(item) })');
    expect(added?.text).toBe('#set($a = 1){"detail":"{\\"id\\":{\\"S\\":\\"$input.path(\'$.id\')\\"}}"}');
  });

  it("is there in Python too, unless it is laid out", async () => {
    const text =
      'table = "Orders"\no = dict(request_templates={"a/b": f"{{{table} {table:>8} {json.dumps({"a": 1})}}}"})\n';
    expect((await templatesOf("a.py", text))[0]?.text).toBe('{Orders <table:-8> {"a": 1}}');
  });

  it("is kept when the text around it is edited", async () => {
    const text = 'const table = "Orders";\nconst o = { requestTemplates: { "a/b": `{"t": "x"}${table}` } };\n';
    const [template] = await templatesOf("a.ts", text);
    expect(template?.text).toBe('{"t": "x"}Orders');
    const start = template!.text.indexOf("x");
    const outcome = editTemplate(template!, text, [{ start, end: start + 1, newText: "y" }]);
    expect(outcome.ok && applyTextEdits(text, outcome.edits)).toBe(text.replace('"x"', '"y"'));
    expect(editTemplate(template!, text, [{ start: 10, end: 16, newText: "y" }]).ok).toBe(false);
  });
});
