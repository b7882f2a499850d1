import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentedSettings, isInstalled } from "./editor-user.js";
import { NeovimUser } from "./neovim.js";

const template = `#set($order = $input.path('$.order'))
{
  "id": "$ordr.id",
  "who": "$context.identity.sourceIp",
  "total": $order.total
}
`;

const host = `Resources:
  Put:
    Type: AWS::ApiGateway::Method
    Properties:
      HttpMethod: POST
      Integration:
        Type: AWS
        RequestTemplates:
          application/json: |
            #set($order = $input.path('$.order'))
            { "id": "$ordr.id", "total": $order.total }
`;

describe.runIf(isInstalled("nvim"))("Neovim with the documented settings", () => {
  let user: NeovimUser;
  let put: string;
  let sam: string;
  beforeAll(() => {
    user = new NeovimUser();
    put = user.write("put.vtl", template);
    sam = user.write("template.yaml", host);
  });
  afterAll(() => user.remove());

  it("shows diagnostics, hovers, completes and renames in a template file", async () => {
    const told = await user.edit(put, [
      { what: "diagnostics", count: 1 },
      { what: "hover", text: "sourceIp" },
      { what: "completion", text: "$input" },
      { what: "rename", text: "order =", name: "request" },
    ]);
    expect(told.get("diagnostics")).toContainEqual({ line: 2, column: 9, code: "undefined-reference", severity: 2 });
    expect(JSON.stringify(told.get("hover"))).toMatch(/\$context\.identity\.sourceIp/);
    expect(told.get("completion")).toEqual(expect.arrayContaining(["body", "json", "params", "path"]));
    expect(told.get("rename")).toBe(
      template.replaceAll("$order.", "$request.").replace("$order ", "$request ").trimEnd(),
    );
  });

  it("goes to definitions, lists references, offers actions and lenses, formats, and renders", async () => {
    const escaped = `$util.escapeJavaScript($x).replaceAll("\\\\'", "'")`;
    const file = user.write("loose.vtl", '#set($x = $input.body)\n{"a":"$x"}\n');
    const told = await user.edit(file, [
      { what: "definition", text: 'x"}' },
      { what: "references", text: "x = " },
      { what: "actions", text: 'x"}' },
      { what: "lenses" },
      { what: "render", title: "▶ Render with sample" },
      { what: "format" },
      { what: "fix", text: 'x" }', title: `Replace by ${escaped} (may change the output)` },
    ]);
    expect(told.get("definition")).toBe("#set($x = $input.body)");
    expect(told.get("references")).toBe(2);
    expect(told.get("actions")).toEqual(expect.arrayContaining(["Render with sample", "Prove the output"]));
    expect(told.get("lenses")).toContain("▶ Render with sample");
    expect(told.get("render")).toContain('{"a":"');
    expect(told.get("format")).toBe('#set($x = $input.body)\n{ "a": "$x" }');
    expect(told.get("fix")).toBe(`#set($x = $input.body)\n{ "a": "${escaped}" }`);
  });

  it("has a configuration counted once it is saved, though Neovim watches nothing", async () => {
    const other = new NeovimUser();
    const file = other.write("configured.vtl", '{ "id": "$ordr.id" }\n');
    const text = '{ "rules": { "undefined-reference": "off" } }';
    const told = await other.edit(file, [
      { what: "diagnostics", count: 1 },
      { what: "configure", text },
    ]);
    other.remove();
    expect(told.get("diagnostics")).toHaveLength(1);
    expect(told.get("configure")).toBe(0);
  });

  it("does the same inside a SAM file", async () => {
    const told = await user.edit(sam, [
      { what: "diagnostics", count: 1 },
      { what: "hover", text: "input" },
      { what: "rename", text: "order =", name: "request" },
    ]);
    expect(told.get("diagnostics")).toContainEqual({ line: 10, column: 21, code: "undefined-reference", severity: 2 });
    expect(told.get("rename")).toBe(host.replaceAll("$order.", "$request.").replace("$order ", "$request ").trimEnd());
  });

  it("declares the same program, files and roots in the settings of Neovim 0.11", async () => {
    const filetypes = ["vtl", "yaml", "json", "terraform", "hcl", "typescript", "javascript", "python"];
    const roots = ["vtl.config.json", "vtl.config.yaml", ".git"];
    const listed = (names: readonly string[]) => `{ ${names.map((name) => `'${name}'`).join(", ")} }`;
    expect(documentedSettings("neovim.md", "lua")).toContain(`pattern = ${listed(filetypes)}`);
    expect(documentedSettings("neovim.md", "lua")).toContain(`marks = ${listed(roots)}`);
    expect((await user.declare(documentedSettings("neovim.md", "lua", 1))).get("declared")).toEqual({
      extension: { vtl: "vtl", vm: "vtl" },
      vtl: { cmd: ["vtl", "lsp", "--stdio"], filetypes, root_markers: roots },
      enabled: "vtl",
    });
  });
});
