import { describe, expect, it } from "vitest";
import { editTemplate, type FoundTemplate, findTemplates, toHostRange } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

const around = (expression: string): string => `locals {
  text = "{\\"t\\": 1}\\n"
}
resource "aws_api_gateway_integration" "i" {
  request_templates = { "a/b" = ${expression} }
}
`;

async function find(expression: string, files: Record<string, string> = {}): Promise<readonly FoundTemplate[]> {
  const { templates, diagnostics } = await findTemplates(
    { path: "main.tf", text: around(expression) },
    hostWithFiles(files),
  );
  expect(diagnostics).toEqual([]);
  return templates;
}

const HEREDOC = `<<-EOF
    ## head
    {"a": "$input.body"}

  EOF
  `;

// What Terraform's documentation of each function has, applied to templates.
describe("a function around a template", () => {
  it.each([
    [`chomp(${HEREDOC})`, `## head\n{"a": "$input.body"}`],
    [`trimspace(${HEREDOC})`, `## head\n{"a": "$input.body"}`],
    [`trimsuffix(${HEREDOC}, "\\n")`, `## head\n{"a": "$input.body"}\n`],
    [`trimprefix(${HEREDOC}, "## head\\n")`, `{"a": "$input.body"}\n\n`],
    [`trim("?!text?!", "!?")`, "text"],
    [`trimspace("\${var.x} {} ")`, "<var.x> {}"],
    [`trimspace(" {}\\t\\u0085\\u00a0\\ufeff")`, "{}\t\u0085\u00a0\ufeff"],
    [`indent(2, "{\\n\\"a\\": 1\\n}")`, `{\n  "a": 1\n  }`],
    [`indent(2, indent(1, "a\\nb"))`, "a\n   b"],
    [`replace("1 + 2 + 3", "+", "-")`, "1 - 2 - 3"],
    [`replace("on TABLE", "TABLE", var.table)`, "on <var.table>"],
    [`replace(jsonencode({ a = "1", b = "x" }), "\\"", "'")`, "{'a':'1','b':'x'}"],
    [`replace(join("", ["a", "b"]), "b", "c")`, "ac"],
    [`chomp(format("%s: %s%%\\n", var.x, "const"))`, "<var.x>: const%"],
    [`format("%05d %d %v %q", 3, 3, true, "s")`, "<3> 3 true <s>"],
    [`format("\${var.a}%s \${var.b}%s", "1", "2")`, "<var.a>1 <var.b>2"],
    [`jsonencode({ a = format("%s", "\\"") })`, `{"a":"\\""}`],
    [`var.p ? chomp("yes\\n") : "no"`, "yes"],
    [`chomp(var.p ? "yes\\n" : "no")`, "yes"],
  ])("%s", async (expression, expected) => {
    const { templates } = await findTemplates({ path: "main.tf", text: around(expression) }, hostWithFiles({}));
    expect(templates[0]?.text).toBe(expected);
  });

  it("is applied to the text of a file, after what templatefile() fills in", async () => {
    const files = { "x.vtl": `{"t": "TABLE", "x": "\${x}"}\n` };
    const [read] = await find(`chomp(replace(file("x.vtl"), "TABLE", "pets"))`, files);
    expect(read?.text).toBe(`{"t": "pets", "x": "\${x}"}`);
    const [filled] = await find(`trimsuffix(templatefile("x.vtl", { x = 1 }), "\\n")`, files);
    expect(filled?.text).toBe(`{"t": "TABLE", "x": "<x>"}`);
  });

  it("leaves what stays at its place", async () => {
    const expression = `indent(4, chomp(replace(${HEREDOC}, "$input.body", "$input.path('$')")))`;
    const [template] = await find(expression);
    const text = around(expression);
    const start = template!.text.indexOf('{"a"');
    const range = toHostRange(template!.segments, { start, end: start + 5 });
    expect(text.slice(range!.start, range!.end)).toBe(`{"a":`);
    expect(template!.text.slice(start - 5, start)).toBe("\n    ");
  });
});

describe("an edit of a template that a function is given", () => {
  const edited = async (expression: string, from: string, to: string): Promise<string | undefined> => {
    const text = around(expression);
    const [template] = await find(expression);
    const start = template!.text.indexOf(from);
    const outcome = editTemplate(template!, text, [{ start, end: start + from.length, newText: to }]);
    if (!outcome.ok) return undefined;
    return outcome.edits
      .toReversed()
      .reduce((host, edit) => host.slice(0, edit.start) + edit.newText + host.slice(edit.end), text);
  };

  it.each([
    // The marker of a heredoc stands on a line of its own, whatever chomp takes off.
    [`chomp(<<EOF\n{}\nEOF\n)`, "{}", "[]", `chomp(<<EOF\n[]\nEOF\n)`],
    [`chomp(<<EOF\n{}\nEOF\n)`, "}", "}\n\n#end", `chomp(<<EOF\n{}\n\n#end\nEOF\n)`],
    [`indent(2, "a\\nb\\nc")`, "\n  b", "", `indent(2, "a\\nc")`],
    [`replace("a T c", "T", "b")`, "c", "d", `replace("a T d", "T", "b")`],
  ])("%s", async (expression, from, to, expected) => {
    expect(await edited(expression, from, to)).toBe(around(expected));
  });

  it.each([
    ["an argument of format", `format("a %s", "const")`, "const", "other"],
    ["a text beside an empty argument", `format("a%s b", "")`, "b", "c"],
    ["what chomp would take off again", `chomp(<<EOF\n{}\nEOF\n)`, "}", "}\n"],
    ["what replace would change", `replace("a T c", "T", "b")`, "c", "T"],
  ])("is refused where it brings %s", async (_, expression, from, to) => {
    expect(await edited(expression, from, to)).toBeUndefined();
  });
});

it.each([
  [`trim("?!text$", var.set)`, "trim"],
  [`replace("text", "/t(?i)/", "")`, "replace"],
  [`replace("text", "/t*/", "-")`, "replace"],
  [`replace("text", "/t/", "")`, "replace"],
  [`upper(local.text)`, "upper"],
  [`chomp(strrev("{}"))`, "strrev"],
  [`var.p ? title(local.text) : null`, "title"],
])("%s is said to be known only to the deployment", async (expression, name) => {
  const text = around(expression);
  const { templates, diagnostics } = await findTemplates({ path: "main.tf", text }, hostWithFiles({}));
  expect(templates).toEqual([]);
  expect(diagnostics.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
    ["template-not-known", name],
  ]);
});

it("is applied to what a call of the module, and what template_file, gives", async () => {
  const files = {
    "main.tf": `module "get" {
  source   = "./method"
  template = replace(file("get.vtl"), "TABLE", "pets")
}
`,
    "get.vtl": '{"t": "TABLE"}\n',
    "method/main.tf": `variable "template" {}
data "template_file" "error" {
  template = "{\\n}\\n"
}
resource "aws_api_gateway_integration" "i" {
  request_templates = { "a/b" = chomp(var.template), "a/c" = replace(data.template_file.error.rendered, "\\n", "") }
}
`,
  };
  const folders: Readonly<Record<string, string[]>> = { "": ["main.tf", "method/"], "method/": ["main.tf"] };
  const host = { ...hostWithFiles(files), listFolder: async (folder: string) => folders[folder] ?? [] };
  const path = "method/main.tf";
  const { templates, diagnostics } = await findTemplates({ path, text: files[path] }, host);
  expect(diagnostics).toEqual([]);
  expect(templates.map(({ text, facts }) => [facts.contentType, text])).toEqual([
    ["a/c", "{}"],
    ["a/b", '{"t": "pets"}'],
  ]);
});
