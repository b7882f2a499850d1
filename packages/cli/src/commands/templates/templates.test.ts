import { eventually } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { run } from "../../run.js";
import { ordersApi } from "../../testing/api-texts.js";
import { MemoryIo, vtl } from "../../testing/memory-io.js";

const API = ordersApi(`{"id": $input.json('$.id')}`);
const INTEGRATION = "/paths/~1orders/post/x-amazon-apigateway-integration";
const REQUEST = `${INTEGRATION}/requestTemplates/application~1json`;
const RESPONSE = `${INTEGRATION}/responses/default/responseTemplates/application~1json`;

const TERRAFORM = `resource "aws_api_gateway_integration" "put" {
  type = "HTTP"
  request_templates = { "text/plain" = file("\${path.module}/put.vtl"), "a/b" = "x\${var.y}" }
}
`;
const TERRAFORM_POINTER = "/aws_api_gateway_integration.put/request_templates/text~1plain";

const files = { "api.yaml": API, "main.tf": TERRAFORM, "put.vtl": "<$input.body>", "README.md": "requestTemplates:" };

describe("vtl templates", () => {
  it("lists what it finds, by file, aligned", async () => {
    const { code, stdout, stderr } = await vtl(["templates"], { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "4 templates in 3 files\n" });
    expect(stdout).toBe(`api.yaml
  11:13  request       application/json  POST /orders  dynamodb:PutItem  #${REQUEST}
  16:34  response 200  application/json  POST /orders  dynamodb:PutItem  #${RESPONSE}

main.tf
  3:81   request       a/b                             HTTP              #/aws_api_gateway_integration.put/request_templates/a~1b

put.vtl
  1:1    request       text/plain                      HTTP              main.tf#${TERRAFORM_POINTER}
`);
  });

  it("prints texts, ranges, facts and holes as JSON", async () => {
    const { code, stdout, stderr } = await vtl(["templates", "--format", "json"], { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { version, templates, diagnostics } = JSON.parse(stdout);
    expect({ version, diagnostics }).toEqual({ version: 1, diagnostics: [] });
    expect(templates[0]).toMatchObject({
      file: "api.yaml",
      address: REQUEST,
      text: "{\"id\": $input.json('$.id')}\n",
      facts: { direction: "request", httpMethod: "POST", integration: { service: "dynamodb" } },
      range: { line: 11, column: 13, endLine: 12, endColumn: 1 },
    });
    const { start, end } = templates[1].range;
    expect(API.slice(start, end)).toBe('{"ok": true}');
    expect(templates[2]).toMatchObject({ text: "x<var.y>", holes: [{ expression: "var.y", start: 1, end: 8 }] });
    expect(templates[3]).toMatchObject({ file: "put.vtl", referredFrom: "main.tf", text: "<$input.body>" });
  });

  it("searches the given paths alone, and leaves patterns out", async () => {
    expect((await vtl(["templates", "api.yaml"], { files })).stderr).toBe("2 templates in 1 file\n");
    const args = ["templates", "--ignore-pattern", "*.yaml", "--ignore-pattern", "*.tf"];
    expect((await vtl(args, { files })).stdout).toBe("put.vtl\n  1:1\n");
    expect((await vtl(["templates"], { files: {} })).stderr).toBe("no templates found\n");
  });

  it("takes a named file of no known kind for a template", async () => {
    expect((await vtl(["templates", "README.md"], { files })).stdout).toBe("README.md\n  1:1\n");
  });

  it("loads grammars for the languages that it meets, and no others", async () => {
    expect((await vtl(["templates", "api.yaml"], { files })).io.assetsRead).toEqual([]);
    expect((await vtl(["templates"], { files })).io.assetsRead).toContain("tree-sitter-hcl.wasm");
    const sources = {
      "a.ts": 'x({ requestTemplates: { "a/b": "1" } })',
      "a.js": 'x({ requestTemplates: { "a/b": "2" } })',
      "a.py": 'x(request_templates={"a/b": "3"})',
    };
    const { io, stderr } = await vtl(["templates"], { files: sources });
    expect(stderr).toBe("3 templates in 3 files\n");
    // The runtime is read once in a process.
    expect(io.assetsRead.filter((name) => name !== "web-tree-sitter.wasm")).toEqual([
      "tree-sitter-tsx.wasm",
      "tree-sitter-python.wasm",
      "tree-sitter-typescript.wasm",
    ]);
  });

  it("shows what it cannot read and goes on", async () => {
    const broken = {
      "a.json": '{"requestTemplates": {"a/b": "x"',
      "b.yaml": new Uint8Array([0xff, 0xfe]),
      "c.tf": 'resource "aws_api_gateway_integration" "x" {\n  request_templates = { "a/b" = file("none.vtl") }\n}\n',
      "d.vtl": "x",
    };
    const { code, stdout, stderr } = await vtl(["templates"], { files: broken });
    expect(code).toBe(0);
    expect(stdout).toContain("d.vtl\n");
    expect(stderr).toMatch(/^warning: b\.yaml is not UTF-8 text$/m);
    expect(stderr).toMatch(/^a\.json:1:\d+: warning\[host-syntax\]: /m);
    expect(stderr).toMatch(/^c\.tf:2:\d+: warning\[file-not-found\]: none\.vtl does not exist$/m);
    expect(await vtl(["templates", "b.yaml"], { files: broken })).toMatchObject({ code: 2, stdout: "" });
  });

  it.each([
    ["a.yaml", "a: [1, 2\nb: {\n"],
    ["a.json", '{"a": '],
    ["a.tf", "locals {\n  a =\n"],
  ])("says of %s, which the user names, that it cannot be read", async (name, text) => {
    const broken = { [name]: text };
    const { code, stderr } = await vtl(["templates", name], { files: broken });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.\w+:\d+:\d+: warning\[host-syntax\]: /m);
    expect(stderr).toContain(`no templates found: ${name} cannot be read\n`);
    expect(await vtl(["templates"], { files: broken })).toMatchObject({ code: 0, stderr: "no templates found\n" });
    expect(await vtl(["render", `${name}#GET /`], { files: broken })).toMatchObject({ code: 2, stdout: "" });
  });

  it("keeps control characters of keys and names off the terminal", async () => {
    const odd = { "a\u001b[2J.json": '{"requestTemplates": {"a\\u001b[1m": "x", "b\\nc": "y"}}' };
    const { stdout } = await vtl(["templates"], { files: odd });
    expect(stdout).not.toContain("\u001b");
    expect(stdout.split("\n")).toHaveLength(4);
  });

  it.each([
    [["none"], "no file matches none"],
    [["--format", "xml"], "Allowed choices are table, json."],
    [["extract"], "required option '--out <folder>' not specified"],
    [["extract", "--out", "missing/x"], "cannot write missing/x/"],
  ])("%j is exit code 2: %s", async (args, message) => {
    const { code, stderr } = await vtl(["templates", ...args], { files });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("vtl templates extract", () => {
  it("has options of its own", async () => {
    const args = ["templates", "extract", "--ignore-pattern", "*.yaml", "--out", "out"];
    const { code, stderr, io } = await vtl(args, { files });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "2 templates written to out\n" });
    expect([...io.files.keys()].filter((path) => path.startsWith("out/api.yaml"))).toEqual([]);
    const list = await vtl(["templates", "extract", "--out", "out", "--format", "json"], { files });
    expect(list).toMatchObject({ code: 2, stderr: expect.stringContaining("--format is for the list") });
    const { stdout } = await vtl(["templates", "extract", "--help"]);
    expect(stdout.match(/--ignore-pattern/g)).toHaveLength(1);
    expect(stdout).toContain("--debug");
  });

  it("writes each template and where it came from", async () => {
    const { code, stdout, stderr, io } = await vtl(["templates", "extract", "--out", "out"], { files });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "4 templates written to out\n" });
    expect([...io.files.keys()].slice(Object.keys(files).length)).toEqual([
      "out/api.yaml/post-orders.request.application-json.vtl",
      "out/api.yaml/post-orders.response-200.application-json.vtl",
      "out/main.tf/request.a-b.vtl",
      "out/main.tf/request.text-plain.vtl",
      "out/manifest.json",
    ]);
    expect(io.text("out/api.yaml/post-orders.request.application-json.vtl")).toBe("{\"id\": $input.json('$.id')}\n");
    const { version, templates } = JSON.parse(io.text("out/manifest.json") ?? "");
    expect(version).toBe(1);
    expect(templates[1]).toMatchObject({
      template: "api.yaml/post-orders.response-200.application-json.vtl",
      file: "api.yaml",
      address: RESPONSE,
      facts: { direction: "response", response: { statusCode: "200" } },
    });
  });

  it("does not extract what it extracted before", async () => {
    const first = await vtl(["templates", "extract", "--out", "./out"], { files });
    const again = Object.fromEntries(first.io.files);
    const second = await vtl(["templates", "extract", "--out", "./out"], { files: again });
    expect(second.stderr).toBe("4 templates written to ./out\n");
    expect([...second.io.files.keys()]).toEqual([...first.io.files.keys()]);
  });

  describe("into a folder where files were edited", () => {
    const args = ["templates", "extract", "--out", "out"];
    const REQUEST_FILE = "out/api.yaml/post-orders.request.application-json.vtl";
    const extracted = async () => Object.fromEntries((await vtl(args, { files })).io.files);

    it("leaves them as they are, names them, writes the others, and ends with 1", async () => {
      const world = { ...(await extracted()), [REQUEST_FILE]: "my work", "put.vtl": "<$input.path('$')>" };
      const { code, stderr, io } = await vtl(args, { files: world });
      expect(code).toBe(1);
      expect(stderr).toContain(`${REQUEST_FILE} was edited and is left as it is`);
      expect(io.text(REQUEST_FILE)).toBe("my work");
      // What nobody edited follows its host.
      expect(io.text("out/main.tf/request.text-plain.vtl")).toBe("<$input.path('$')>");
      expect(stderr).toContain("3 templates written to out");
      expect((await vtl(args, { files: Object.fromEntries(io.files) })).io.text(REQUEST_FILE)).toBe("my work");
    });

    it("writes over them with --force", async () => {
      const world = { ...(await extracted()), [REQUEST_FILE]: "my work" };
      const { code, io } = await vtl([...args, "--force"], { files: world });
      expect(code).toBe(0);
      expect(io.text(REQUEST_FILE)).toBe("{\"id\": $input.json('$.id')}\n");
    });

    it("leaves files alone that no run has extracted, also a manifest of something else", async () => {
      const manifest = '{"name": "My app"}';
      const world = { ...files, [REQUEST_FILE]: "mine", "out/manifest.json": manifest };
      const { code, stderr, io } = await vtl(args, { files: world });
      expect(code).toBe(1);
      expect([io.text(REQUEST_FILE), io.text("out/manifest.json")]).toEqual(["mine", manifest]);
      expect(stderr).toContain("out/manifest.json was edited");
    });

    it("leaves a file alone that is saved while it writes", async () => {
      const beforeWrite = (path: string, io: MemoryIo) => path === REQUEST_FILE && io.save(path, "mine");
      const { code, io } = await vtl(args, { files, beforeWrite });
      expect({ code, text: io.text(REQUEST_FILE) }).toEqual({ code: 1, text: "mine" });
    });
  });

  it("stays within its folder and gives templates of one purpose different names", async () => {
    const outside = {
      "../x/a.json": '{"requestTemplates": {"a/b": "1", "a-b": "2", "A/B": "3", "../../e": "4"}}',
    };
    const { io } = await vtl(["templates", "extract", "../x", "--out", "out"], { files: outside });
    expect([...io.files.keys()].slice(1)).toEqual([
      "out/_/x/a.json/request.a-b.vtl",
      "out/_/x/a.json/request.a-b-2.vtl",
      "out/_/x/a.json/request.a-b-3.vtl",
      "out/_/x/a.json/request.e.vtl",
      "out/manifest.json",
    ]);
  });
});

describe("vtl render FILE#POINTER", () => {
  it("takes the addresses of what several calls give to a Terraform module", async () => {
    const call = (text: string) => `module "${text}" {\n  source = "./method"\n  text   = "${text} $input.body"\n}\n`;
    const method = `variable "text" {}
resource "aws_api_gateway_integration" "i" {
  type              = "MOCK"
  request_templates = { "application/json" = var.text }
}
`;
    const module = { "x.tf": call("one"), "y.tf": call("two"), "method/main.tf": method };
    const address = "#/aws_api_gateway_integration.i/request_templates/application~1json";
    const { stdout } = await vtl(["templates"], { files: module });
    expect(stdout.match(/\S*#\S*/g)).toEqual([address, address]);
    expect((await vtl(["render", `y.tf${address}`], { files: module })).stdout).toBe("two {}");
  });

  it("renders a template in place", async () => {
    const { code, stdout, stderr } = await vtl(["render", `api.yaml#${REQUEST}`, "--body", "b.json"], {
      files: { ...files, "b.json": '{"id":7}' },
    });
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '{"id": 7}\n', stderr: "" });
  });

  it("needs no more of the pointer than tells the template", async () => {
    expect((await vtl(["render", `api.yaml#${INTEGRATION}/responses`], { files })).stdout).toBe('{"ok": true}');
  });

  it("follows references", async () => {
    expect((await vtl(["render", `main.tf#${TERRAFORM_POINTER}`], { files })).stdout).toBe("<{}>");
  });

  it("prefers a file of that name", async () => {
    expect((await vtl(["render", "api.yaml#/x"], { files: { ...files, "api.yaml#/x": "own" } })).stdout).toBe("own");
  });

  it("shows errors where they are in the host", async () => {
    const broken = API.replace("{\"id\": $input.json('$.id')}", "{\n\n              #if($a)\n            }");
    const { code, stdout, stderr } = await vtl(["render", `api.yaml#${REQUEST}`], { files: { "api.yaml": broken } });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^api\.yaml:13:15: error\[missing-end\].*\n13 \| {15}#if\(\$a\)$/m);
  });

  it("shows output that is not JSON where the host prints it", async () => {
    const file = `{"requestTemplates": {"a/b": "{\\n\\"a\\": $input.body}"}}`;
    const { code, stderr } = await vtl(["render", "a.json#", "--check", "--body", "b"], {
      files: { "a.json": file, b: "x" },
    });
    expect(code).toBe(1);
    expect(stderr).toContain("a.json:1:41: note: printed here");
  });

  it("watches the host", async () => {
    const io = new MemoryIo({ files: { "a.json": '{"requestTemplates": {"a/b": "1"}}' } });
    const ended = run(["render", "a.json#", "--watch"], io);
    await eventually(() => expect(io.stderr.text).toContain("waiting for changes of a.json;"));
    io.save("a.json", '{"requestTemplates": {"a/b": "2"}}');
    await eventually(() => expect(io.stdout.text).toBe("12"));
    io.interrupt();
    expect(await ended).toBe(0);
  });

  it.each([
    [
      "api.yaml#/nope",
      `api.yaml has no template at /nope\n   = hint: name one of\n     ${REQUEST}\n     ${RESPONSE}\n`,
    ],
    ["api.yaml#", `api.yaml has 2 templates\n   = hint: name one of\n     ${REQUEST}\n     ${RESPONSE}\n`],
    ["x.yaml#/a", "x.yaml has no template at /a\n   = hint: no template was found in the file\n"],
    ["none.yaml#/a", "cannot read none.yaml: no such file\n"],
    [
      "g.json#",
      "the template at /x-amazon-apigateway-gateway-responses/DEFAULT_4XX/responseTemplates/a~1b is a gateway",
    ],
  ])("%s is exit code 2", async (path, message) => {
    const gateway = { "x-amazon-apigateway-gateway-responses": { DEFAULT_4XX: { responseTemplates: { "a/b": "x" } } } };
    const world = { files: { ...files, "x.yaml": "a: 1", "g.json": JSON.stringify({ swagger: "2.0", ...gateway }) } };
    const { code, stdout, stderr } = await vtl(["render", path], world);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error: ${message}`);
  });
});
