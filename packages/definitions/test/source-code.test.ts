import { describe, expect, it } from "vitest";
import { editTemplate, type FoundTemplate, findTemplates, mergeTemplates } from "../src/index.js";
import { hostWithFiles } from "./grammar-host.js";

async function find(path: string, text: string, files: Record<string, string> = {}): Promise<readonly FoundTemplate[]> {
  const { templates, diagnostics } = await findTemplates({ path, text }, hostWithFiles(files));
  expect(diagnostics).toEqual([]);
  return templates;
}

const texts = (templates: readonly FoundTemplate[]): string[] => templates.map((template) => template.text);

describe("Terraform", () => {
  it("reads every form of a template", async () => {
    const text = `locals {
  ct = "a/local"
  body = "L"
}
resource "aws_api_gateway_integration" "i" {
  request_templates = {
    "a/heredoc" = <<-EOF
      {"a": "\${var.x}", "b": "$\${y}"}
    EOF
    "a/quoted" : "{\\"q\\": 1}"
    (local.ct) = local.body
    "a/json" = jsonencode({ z = "$input.body", a = [1, true, null, "<\${var.y}>"] })
    "a/if" = var.p ? "yes" : "no"
    "a/join" = join("\\n", ["1", var.z, "2"])
  }
}
`;
    const templates = await find("main.tf", text);
    expect(templates.map((template) => [template.facts.contentType, template.text])).toEqual([
      ["a/heredoc", `{"a": "<var.x>", "b": "\${y}"}\n`],
      ["a/quoted", '{"q": 1}'],
      ["a/local", "L"],
      ["a/json", `{"a":[1,true,null,"\\u003c<var.y>\\u003e"],"z":"$input.body"}`],
      ["a/if", "yes"],
      ["a/if", "no"],
      ["a/join", "1\n<var.z>\n2"],
    ]);
    expect(templates[0]!.address).toBe("/aws_api_gateway_integration.i/request_templates/a~1heredoc");
  });

  it.each([
    [`format("{\\"x\\": \\"%s\\", \\"n\\": %d%%}", var.x, 3)`, [`{"x": "<var.x>", "n": 3%}`]],
    [`format("%[2]s%s %[1]q", var.x, var.y, var.z)`, ["<var.y><var.z> <var.x>"]],
    [`format(local.text, var.x)`, [`{"t": 1}`]],
    [`nonsensitive("s")`, ["s"]],
    [`coalesce("", null, local.text, "other")`, [`{"t": 1}`]],
    [`coalesce(var.x, "default")`, ["default (not (var.x))"]],
    [`try(local.map["k"], "default")`, ["kept"]],
    [`try(var.x.y, var.p ? "yes" : "no")`, ["yes (not (var.x.y), var.p)", "no (not (var.x.y), not (var.p))"]],
    [`lookup(local.map, "k", "default")`, ["kept"]],
    [`lookup(local.map, "l", "default")`, ["default"]],
    [`lookup(var.x, "k", "default")`, []],
    [`element(["one", "two"], 3)`, ["two"]],
  ])("sees through %s", async (expression, expected) => {
    const text = `locals {\n  text = "{\\"t\\": 1}"\n  map = { k = "kept" }\n}
resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = ${expression} }\n}\n`;
    const found = (await find("main.tf", text)).map(({ text: own, facts: { conditions } }) =>
      conditions.length === 0 ? own : `${own} (${conditions.join(", ")})`,
    );
    expect(found).toEqual(expected);
  });

  it.each([
    `merge(local.maps.x, lookup(local.maps, "x", {}), { "a/b" = "kept" })`,
    `lookup(local.maps, "y", { "a/b" = "kept" })`,
    `coalesce(null, { "a/b" = "kept" })`,
    `try(local.maps["x"], {})`,
    `{ for type, text in local.maps.x : type => text }`,
  ])("finds the templates of %s", async (expression) => {
    const text = `locals {\n  maps = { x = { "a/b" = "kept" } }\n}
resource "aws_api_gateway_integration" "i" {\n  request_templates = ${expression}\n}\n`;
    expect(texts(await find("main.tf", text))).toEqual(["kept"]);
  });

  it("writes what is changed in the text of format as format reads it", async () => {
    const text = `resource "aws_api_gateway_integration" "i" {\n  request_templates = { "a/b" = format("x%sy", var.x) }\n}\n`;
    const [template] = await find("main.tf", text);
    const outcome = editTemplate(template!, text, [{ start: 8, end: 9, newText: "5%" }]);
    expect(outcome).toMatchObject({ ok: true, edits: [{ newText: "5%%" }] });
  });

  it("reads the JSON syntax of Terraform", async () => {
    const text = `{"resource": {"x": {"i": {"request_templates": {"a/b": "\${var.x} $\${y}"}}}}}`;
    expect(texts(await find("main.tf.json", text))).toEqual([`<var.x> \${y}`]);
  });

  it("links responses to integrations, methods and paths", async () => {
    const text = `resource "aws_api_gateway_rest_api" "api" { binary_media_types = ["*/*"] }
resource "aws_api_gateway_resource" "r" {
  parent_id = aws_api_gateway_rest_api.api.root_resource_id
  path_part = "orders"
}
resource "aws_api_gateway_method" "m" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.r.id
  http_method = "post"
  request_parameters = { "method.request.header.X" = true }
}
resource "aws_api_gateway_method_response" "ok" {
  http_method = aws_api_gateway_method.m.http_method
  status_code = "200"
}
resource "aws_api_gateway_integration" "i" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.r.id
  http_method = aws_api_gateway_method.m.http_method
  type = "AWS"
  uri = "arn:aws:apigateway:\${var.region}:states:action/StartExecution"
}
resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  resource_id = aws_api_gateway_resource.r.id
  http_method = aws_api_gateway_method.m.http_method
  status_code = aws_api_gateway_method_response.ok.status_code
  selection_pattern = "2.."
  response_templates = { "a/b" = "$input.body" }
}
`;
    expect((await find("main.tf", text))[0]!.facts).toMatchObject({
      direction: "response",
      httpMethod: "POST",
      path: "/orders",
      binaryMediaTypes: ["*/*"],
      integration: { type: "AWS", service: "states", action: "StartExecution" },
      response: { statusCode: "200", selectionPattern: "2.." },
      method: {
        requestParameters: [{ location: "header", name: "X", required: true }],
        responses: [{ statusCode: "200" }],
      },
    });
  });

  it("follows file() and templatefile(), and reads modules' arguments", async () => {
    const text = `resource "aws_api_gateway_integration" "i" {
  request_templates = {
    "a/f" = file("\${path.module}/vtl/a.vtl")
    "a/t" = templatefile("vtl/b.tftpl", { arn = "x" })
  }
}
module "m" { methods = [{ request_templates = { "a/m" = "m" } }] }
`;
    const files = { "tf/vtl/a.vtl": `\${a}`, "tf/vtl/b.tftpl": `\${arn} $\${b}` };
    const templates = await find("tf/main.tf", text, files);
    expect(texts(templates)).toEqual(["m", `\${a}`, `<arn> \${b}`]);
    expect(templates[2]).toMatchObject({ file: "tf/vtl/b.tftpl", facts: { contentType: "a/t", direction: "request" } });

    const alone = await find("tf/vtl/a.vtl", files["tf/vtl/a.vtl"]);
    expect(mergeTemplates([...alone, ...templates])).toEqual(templates);
  });

  it("reads an OpenAPI body in every form, and writes edits through both texts", async () => {
    const document = `{"paths": {"/x": {"get": {"x-amazon-apigateway-integration": {"requestTemplates": {"a/b": "{\\"a\\": \\"\${var.x}\\"}"}}}}}}`;
    const text = `resource "aws_api_gateway_rest_api" "text" {
  body = <<EOF
${document}
EOF
}
resource "aws_api_gateway_rest_api" "value" {
  body = jsonencode({ paths = { "/x" = { get = { x-amazon-apigateway-integration = { requestTemplates = { "a/b" = "$input.body" } } } } } })
}
resource "aws_api_gateway_rest_api" "file" { body = templatefile("api.yaml", {}) }
resource "aws_api_gateway_rest_api" "decoded" { body = jsonencode(yamldecode(file("api.yaml"))) }
`;
    const api = `paths: { /y: { get: { x-amazon-apigateway-integration: { requestTemplates: { a/b: "\${arn}!" } } } } }`;
    const templates = await find("main.tf", text, { "api.yaml": api });
    expect(texts(templates)).toEqual(['{"a": "<var.x>"}', "$input.body", "<arn>!", "${arn}!"]);
    expect(text.slice(templates[0]!.range.start, templates[0]!.range.end)).toBe(`{\\"a\\": \\"\${var.x}\\"}`);

    const outcome = editTemplate(templates[0]!, text, [{ start: 1, end: 1, newText: `"b": "\${c}", ` }]);
    if (!outcome.ok) throw new Error(outcome.reason);
    const edited = outcome.edits.reduceRight(
      (result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end),
      text,
    );
    expect(texts(await find("main.tf", edited, { "api.yaml": api }))[0]).toBe(`{"b": "\${c}", "a": "<var.x>"}`);
  });
});

describe("a file that a program reads", () => {
  it.each([
    ["stacks/api.py", `f = open("./vtl/get", "r")\ntext = f.read()\nAws(request_templates={"a/b": text})`, "vtl/get"],
    ["stacks/api.py", `Aws(request_templates={"a/b": Path("vtl/get").read_text()})`, "stacks/vtl/get"],
    [
      "stacks/api.py",
      `class T:\n    FILES = {"get": "vtl/get"}\n\nAws(request_templates={"a/b": open(T.FILES["get"]).read()})`,
      "vtl/get",
    ],
    [
      "stacks/api.py",
      `p = Path("vtl") / "get"\nAws(request_templates={"a/b": p.read_text(encoding="utf-8")})`,
      "vtl/get",
    ],
    ["stacks/api.py", `text = open("vtl/get").read()\nAws(request_templates={"a/b": text})`, "stacks/vtl/get"],
    ["lib/a/api.ts", `new Aws({ requestTemplates: { "a/b": readFileSync("vtl/get.vtl", "utf8") } })`, "vtl/get.vtl"],
  ])("%s: %s", async (path, text, file) => {
    const templates = await find(path, text, { [file]: "here" });
    expect(templates.map((template) => [template.file, template.text])).toEqual([[file, "here"]]);
  });
});

it("reads the definition that Terraform fills in, by its name", async () => {
  const text = `{"paths": {"/a": {"get": {"x-amazon-apigateway-integration": {"requestTemplates": {"a/b": "\${x} $\${y}"}}}}}}`;
  const [template] = await find("templates/api.json.tpl", text);
  expect(template).toMatchObject({ text: `<x> \${y}`, facts: { httpMethod: "GET", path: "/a" } });
  expect(await find("chart/_helpers.tpl", text)).toEqual([]);
});

describe("TypeScript and JavaScript", () => {
  it("reads every form of a literal template", async () => {
    const text = `const shared = '{"s": 1}';
const KEY = "a/computed";
new AwsIntegration({
  service: 'dynamodb', action: 'PutItem', integrationHttpMethod: 'POST',
  options: {
    passthroughBehavior: PassthroughBehavior.NEVER,
    requestTemplates: {
      'a/template': \`{"t": "\${table.name}", "v": \\\`\\\${v}\\\`}\`,
      'a/sum': '{' + '"a": ' + name + "}",
      'a/join': ['{', '"b": 2', '}'].join('\\n'),
      'a/json': JSON.stringify({ statusCode: 200, path: "$input.params('x')", t: table.name, ['k']: [null] }),
      'a/name': shared,
      [KEY]: (\`c\` as string),
      'a/file': fs.readFileSync(path.join(__dirname, '..', 'vtl', 'a.vtl')).toString(),
      'a/unknown': build(),
    },
    integrationResponses: [{ statusCode: '200', responseTemplates: { 'a/b': '$input.body' } }],
  },
});
`;
    const templates = await find("lib/stack.ts", text, { "vtl/a.vtl": "F" });
    expect(templates.map((template) => [template.facts.contentType, template.text])).toEqual([
      ["a/template", `{"t": "<table.name>", "v": \`\${v}\`}`],
      ["a/sum", '{"a": <name>}'],
      ["a/join", '{\n"b": 2\n}'],
      ["a/json", `{"statusCode":200,"path":"$input.params('x')","t":<table.name>,"k":[null]}`],
      ["a/name", '{"s": 1}'],
      ["a/computed", "c"],
      ["a/b", "$input.body"],
      ["a/file", "F"],
    ]);
    expect(templates[0]!.facts.integration).toMatchObject({
      type: "AWS",
      service: "dynamodb",
      action: "PutItem",
      passthroughBehavior: "NEVER",
    });
    expect(templates[6]!.facts).toMatchObject({ direction: "response", response: { statusCode: "200" } });
  });

  it("tells proxies, which ignore templates", async () => {
    const text = `new LambdaIntegration(fn, { requestTemplates: { a: "1" } });
new LambdaIntegration(fn, { proxy: false, requestTemplates: { a: "2" } });
new MockIntegration({ requestTemplates: { a: "3" } });
`;
    const templates = await find("stack.js", text);
    expect(templates.map(({ facts }) => [facts.integration?.type, facts.integration?.proxy])).toEqual([
      ["AWS_PROXY", true],
      ["AWS", false],
      ["MOCK", false],
    ]);
  });

  it("takes texts that are named as templates", async () => {
    expect(await find("x.mjs", "export const responseTemplate = `#set($a = 1)`;")).toMatchObject([
      { text: "#set($a = 1)", facts: { direction: "response" } },
    ]);
  });
});

describe("Python", () => {
  it("reads every form of a literal template", async () => {
    const text = `shared = "S"
apigateway.AwsIntegration(
    service="sqs",
    options=apigateway.IntegrationOptions(
        request_templates={
            "a/adjacent": "Action=SendMessage" "&MessageBody=$input.body",
            "a/f": f'{{"q": "{queue.name}"}}',
            "a/long": """{
  "a": 1
}""",
            "a/json": json.dumps({"a": "é$input.body", "b": [True, None]}),
            "a/join": "\\n".join(["x", y]),
            "a/name": shared,
        },
        integration_responses=[
            apigateway.IntegrationResponse(status_code="200", response_templates={"a/b": "ok"})
        ],
    ),
)
`;
    const templates = await find("stack.py", text);
    expect(templates.map((template) => [template.facts.contentType, template.text])).toEqual([
      ["a/adjacent", "Action=SendMessage&MessageBody=$input.body"],
      ["a/f", '{"q": "<queue.name>"}'],
      ["a/long", '{\n  "a": 1\n}'],
      ["a/json", '{"a": "\\u00e9$input.body", "b": [true, null]}'],
      ["a/join", "x\n<y>"],
      ["a/name", "S"],
      ["a/b", "ok"],
    ]);
    expect(templates[0]!.facts.integration).toMatchObject({ type: "AWS", service: "sqs" });
    expect(templates[6]!.facts).toMatchObject({ response: { statusCode: "200" }, integration: { service: "sqs" } });
  });
});

describe("programs", () => {
  const inTypeScript = async (text: string) => texts(await find("stack.ts", text));
  const map = (value: string) => `new MockIntegration({ requestTemplates: { "a/b": ${value} } });`;

  it.each([
    ["a tag that lays the text out", "const t = dedent`{\n}`;\n", "t", "{\n}"],
    [
      "the tag of dedent",
      'import dedent from "dedent";\n',
      'dedent`$a.b("\\"", "\\\\n\\t")`',
      '$a.b("\\"", "\\\n\\t")',
    ],
    ["another tag of that name", 'import dedent from "ts-dedent";\n', 'dedent`$a.b("\\"")`', '$a.b(""")'],
    ["the tag that makes one line", "", "oneLine`{ ## note\n  ${a}\n}`", "{ ## note <a> }"],
    ["String.raw", "", "String.raw`{\\n${a}\\${b}}`", "{\\n<a>\\${b}}"],
    ["a function with one return", "function t() { return `{}`; }\n", "t()", "{}"],
    ["an arrow function", "const t = (table: string) => `{${table}}`;\n", 't("x")', "{x}"],
    ["an argument", "const t = (body: string) => body;\n", 't("{}")', "{}"],
    ["a method", "class S { t() { return `{}`; } }\n", "this.t()", "{}"],
    ["a field", "class S { private t = `{}`; }\n", "this.t", "{}"],
    ["a static field", "class S { private static readonly t = `{}`; }\n", "S.t", "{}"],
    ["a member of an object", "const T = { sqs: { put: `{}` } } as const;\n", "T.sqs.put", "{}"],
    ["a member by its name", "const T = { 'a-b': `{}` };\nconst k = 'a-b';\n", "T[k]", "{}"],
    ["a default", "", "props.t ?? `{}`", "{}"],
    ["a serializer of CDK", "", "stack.toJsonString({ a: 1 })", '{"a":1}'],
    ["a serializer of Pulumi", "", 'pulumi.jsonStringify({ a: "b" })', '{"a":"b"}'],
    ["interpolation of Pulumi", "", "pulumi.interpolate`{${bus.name}}`", "{<bus.name>}"],
    ["a value that is known later", "", "bus.name.apply((name) => `{${name}}`)", "{<name>}"],
    ["Fn.sub", "", "Fn.sub('{${A.Arn}${!B}}')", "{<A.Arn>${B}}"],
    ["Fn.join", "", 'Fn.join("-", ["a", "b"])', "a-b"],
  ])("read %s", async (_, before, value, text) => {
    expect(await inTypeScript(before + map(value))).toEqual([text]);
  });

  it.each([
    ["a text that is added to", 'let t = "";\nt += `{}`;\n', "t"],
    ["a text that is set again", "let t = `{}`;\nif (x) t = `[]`;\n", "t"],
    ["a member that is assigned", "const T = { a: `{}` };\nT.a = `[]`;\n", "T.a"],
    ["a member that an object lacks", "const T = { a: `{}` };\n", "T.b"],
    ["a tag that nobody knows", "", "sql`{}`"],
    ["a function that returns in two places", "function t() { if (x) return `{}`; return `[]`; }\n", "t()"],
    ["what refers to itself", "const t = () => t();\n", "t()"],
  ])("leave %s alone", async (_, before, value) => {
    expect(await inTypeScript(before + map(value))).toEqual([]);
  });

  it("know that a parameter hides a name", async () => {
    expect(await inTypeScript(`const t = "{}";\nfunction add(t: string) { ${map("t")} }`)).toEqual([]);
  });

  it("tell names by their scope", async () => {
    const one = `function one() { const t = "{}"; ${map("t")} }\n`;
    const two = `function two() { const t = "[]"; ${map("t")} }\n`;
    expect(await inTypeScript(one + two)).toEqual(["{}", "[]"]);
  });

  it.each([
    ["textwrap.dedent", 'textwrap.dedent("""{\n}""")', "{\n}"],
    ["%", '"""{"a": "%s", "b": "100%%"}""" % x', '{"a": "<s>", "b": "100%"}'],
    ["% with names", '"{%(name)s}" % values', "{<name>}"],
    ["str.format", '"{{{name}}}".format(name=x)', "{<name>}"],
    ["a function", "as_json({})", "{}"],
  ])("read %s of Python", async (_, value, text) => {
    const program = `def as_json(body):\n    return json.dumps(body)\n\nx(request_templates={"a/b": ${value}})\n`;
    expect(texts(await find("stack.py", program))).toEqual([text]);
  });

  it("read maps whose name ends so", async () => {
    expect(await inTypeScript('const defaultRequestTemplates = { "a/b": "{}" };')).toEqual(["{}"]);
  });

  it("take what the host fills in for a part of a name", async () => {
    expect(await inTypeScript(map('`"$body.${model}Id"`'))).toEqual(['"$body.modelId"']);
  });

  it("know gateway responses, which are no mapping templates", async () => {
    const text = `new CfnGatewayResponse(this, "g", { responseType: "DEFAULT_4XX", responseTemplates: { "a/b": "{}" } });`;
    const [found] = await find("stack.ts", text);
    expect(found?.facts).toMatchObject({ direction: "response", gatewayResponse: { responseType: "DEFAULT_4XX" } });
    expect(found?.facts.integration).toBeUndefined();
  });
});
