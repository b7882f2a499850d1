import { describe, expect, it } from "vitest";
import { applyTextEdits, editTemplate, type FoundTemplate, findTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

async function find(path: string, text: string, files: Record<string, string> = {}): Promise<readonly FoundTemplate[]> {
  const { templates, diagnostics } = await findTemplates({ path, text }, hostWithFiles(files));
  expect(diagnostics).toEqual([]);
  return templates;
}

const texts = (templates: readonly FoundTemplate[]): string[] => templates.map((template) => template.text);
const integration = (templates: string) =>
  `resource "aws_api_gateway_integration" "i" {\n  request_templates = ${templates}\n}\n`;

describe("what functions of Terraform make of a text", () => {
  it.each([
    [`replace(local.text, "t", "u")`, [`{"u": 1}`]],
    [`replace(local.text, "t\\"", "\${var.x}")`, [`{"<var.x>: 1}`]],
    [`replace("a\\r\\n  b\\n", "/\\\\r?\\\\n\\\\s*/", " ")`, ["a b "]],
    [`replace("a  b", "/[ \\\\t]+/", " ")`, ["a b"]],
    [`trimspace(chomp(local.text))`, [`{"t": 1}`]],
    [`trimspace(" \\n a \\n")`, ["a"]],
    [`format(trimspace(" {%s} "), var.x)`, ["{<var.x>}"]],
    [`chomp("a \\r\\n\\n")`, ["a "]],
    [`chomp("a\\n\${var.x}")`, ["a\n<var.x>"]],
    [`trim("--[a]--", "-[]")`, ["a"]],
    [`trimprefix("aab", "a")`, ["ab"]],
    [`trimsuffix("b.vtl.vtl", ".vtl")`, ["b.vtl"]],
    [`indent(2, "{\\n\${var.x}\\n\\n}")`, ["{\n  <var.x>\n  \n  }"]],
    [`chomp(join("\\n", ["a\\n", "b\\n"]))`, ["a\n\nb"]],
    [`var.p ? chomp("a\\n") : upper(var.b)`, ["a"]],
  ])("is the template of %s", async (expression, expected) => {
    const text = `locals {\n  text = "{\\"t\\": 1}"\n}\n${integration(`{ "a/b" = ${expression} }`)}`;
    expect(texts(await find("main.tf", text))).toEqual(expected);
  });

  it("makes of a file's text what functions around it do", async () => {
    const text = `resource "aws_api_gateway_integration" "i" {
  request_templates = { "a/b" = replace(trimspace(file("t.vtl")), "X", "y"), "a/c" = chomp(templatefile("t.vtl", {})) }\n}\n`;
    const found = await find("main.tf", text, { "t.vtl": " {X${X}}\n" });
    expect(texts(found)).toEqual(["{y${y}}", " {X<X>}"]);
  });

  it("writes a heredoc that loses its last line break as a heredoc", async () => {
    const templates = (heredoc: string) =>
      `resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = chomp(${heredoc}\n  ) }\n}\n`;
    const text = templates("<<-EOF\n    {}\n    EOF");
    const [template] = await find("main.tf", text);
    const outcome = editTemplate(template!, text, [{ start: 0, end: 0, newText: "  " }]);
    expect(outcome.ok && applyTextEdits(text, outcome.edits)).toBe(templates("<<EOF\n  {}\nEOF"));
  });

  it("changes nothing that a function would make something else of", async () => {
    const text = `resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = replace("{}", "X", "y") }\n}\n`;
    const [template] = await find("main.tf", text);
    expect(editTemplate(template!, text, [{ start: 1, end: 1, newText: "X" }])).toMatchObject({ ok: false });
  });
});

describe("what methods of a program make of a text", () => {
  it.each([
    ["replaced line breaks", "`{\\n${a}\\n}`.replace(/\\n/g, '')", "{<a>}"],
    ["the first of them", "`{\\n\\n}`.replace(/\\n/, '')", "{\n}"],
    ["line breaks with what indents", "`{\\n  a\\n}`.replace(/\\n\\s*/g, '')", "{a}"],
    ["runs of blanks", "`{  \\n }`.replace(/\\s+/g, ' ')", "{ }"],
    ["a pattern that needs more", "`{ab}`.replace(/(a|b)+/g, '')", "{ab}"],
    ["a replaced word", "`{X, X}`.replace('X', '$$a').replaceAll(\"X\", 'b')", "{$a, b}"],
    ["a word that depends on its place", "`{X}`.replace('X', '$&$&')", "{X}"],
    ["a word that is known later", "`{X}`.replace('X', `<${table}>`)", "{X}"],
    ["blanks taken off", "`\n  ${a} `.trim()", "<a>"],
    ["the same of a sum", "(' a' + ` ${b}` + '\\n').trim()", "a <b>"],
  ])("is the template: %s", async (_, value, text) => {
    const program = `new MockIntegration({ requestTemplates: { "a/b": ${value} } });`;
    expect(texts(await find("stack.ts", program))).toEqual([text]);
  });

  it.each([
    ["strip", '"""\n{}\n""".strip()', "{}"],
    ["strip below %", '" {%s} ".strip() % x', "{<s>}"],
    ["strip of characters", '"-{}-".strip("-")', "{}"],
    ["replace", '"{X, X}".replace("X", "a")', "{a, a}"],
  ])("is the template: %s of Python", async (_, value, text) => {
    expect(texts(await find("stack.py", `x(request_templates={"a/b": ${value}})\n`))).toEqual([text]);
  });
});
