import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTemplates, type HostFormat } from "../src/index.js";
import { grammarHost } from "./grammar-host.js";

/** What each format's finder looks for, so that broken files get past the first look. */
const SIGNS: Readonly<Record<HostFormat, string>> = {
  template: "$input.body",
  yaml: "requestTemplates: { a: b }",
  json: '{"requestTemplates": {"a": "b"}}',
  terraform: 'resource "aws_api_gateway_integration" "i" { request_templates = { a = "b" } }',
  typescript: "const x = { requestTemplates: { a: 'b' } };",
  tsx: "const x = { requestTemplates: { a: 'b' } };",
  python: "x = dict(request_templates={'a': 'b'})",
};
const FORMATS = Object.keys(SIGNS) as HostFormat[];

describe("files that cannot be read", () => {
  it("are told so within their text, where they end too early too", async () => {
    for (const text of ['requestTemplates: { a/b: "x', "requestTemplates: [", "requestTemplates: { a: 'b"]) {
      const { diagnostics } = await findTemplates({ path: "a.yaml", text }, grammarHost);
      expect(diagnostics.map(({ code, start, end }) => [code, start <= end && end <= text.length])).toEqual([
        ["host-syntax", true],
      ]);
    }
  });

  it("give what can be read, and never throw, however they are cut and mixed up", async () => {
    const edit = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(12),
      fc.constantFrom(
        "",
        "{",
        "}",
        '"',
        "'",
        "`",
        "${",
        "%{",
        "<<EOF\n",
        "\n",
        "\t",
        "&a",
        "*a",
        "!Sub ",
        "[",
        ")",
        "\0",
        "\ud800",
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FORMATS), fc.array(edit, { maxLength: 6 }), async (format, edits) => {
        const text = edits.reduce((current, [at, length, inserted]) => {
          const start = Math.floor(at * current.length);
          return current.slice(0, start) + inserted + current.slice(start + length);
        }, SIGNS[format].repeat(2));
        const { templates } = await findTemplates({ path: "x", text, format }, grammarHost);
        for (const { range } of templates) expect(range.end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1500 },
    );
  });

  it("are told of", async () => {
    const codes = async (path: string, text: string) =>
      (await findTemplates({ path, text }, grammarHost)).diagnostics.map(({ code }) => code);
    expect(await codes("a.json", '{"requestTemplates": {"a": "b"')).toEqual(["host-syntax"]);
    expect(await codes("a.yaml", 'requestTemplates: { a: "b" }\n  - x: [')).toEqual(["host-syntax"]);
    expect(await codes("a.tf", 'x { request_templates = { a = "b" }')).toEqual(["host-syntax"]);
    expect(await codes("a.ts", "const x = { requestTemplates: { a: 'b' ")).toEqual(["host-syntax"]);
    expect(await codes("a.json", `{"requestTemplates": ${"[".repeat(5000)}`)).toEqual(["host-too-deep"]);
    expect(await codes("a.yaml", `requestTemplates: ${"[".repeat(20_000)}`)).toContain("host-too-deep");
  });

  it("may be nested deeper than a stack is, in any language", async () => {
    const deep = (open: string, close: string): string => open.repeat(30_000) + close.repeat(30_000);
    for (const [path, text] of [
      ["a.ts", `const x = { requestTemplates: ${deep("[", "]")} }`],
      ["a.ts", `const x = { requestTemplates: { a: ${"'a' + ".repeat(30_000)}'b' } }`],
      ["a.py", `x = dict(request_templates=${deep("(", ")")})`],
      ["a.tf", `x { request_templates = ${deep("[", "]")} }`],
    ] as const) {
      await findTemplates({ path, text }, grammarHost);
    }
  });

  it("need a grammar, or say so", async () => {
    const file = { path: "a.tf", text: SIGNS.terraform };
    expect((await findTemplates(file)).diagnostics).toMatchObject([{ code: "grammar-unavailable" }]);
    const host = { loadGrammar: async (): Promise<Uint8Array> => Promise.reject(new Error("gone")) };
    expect((await findTemplates(file, host)).diagnostics).toMatchObject([{ code: "grammar-unavailable" }]);
  });

  it("refer to files that are not there, or to themselves", async () => {
    const missing = { path: "d/main.tf", text: 'x { request_templates = { a = file("../b.vtl") } }' };
    const host = { ...grammarHost, readFile: async () => undefined };
    expect((await findTemplates(missing, host)).diagnostics).toEqual([
      { code: "file-not-found", message: "b.vtl does not exist", file: "d/main.tf", start: 30, end: 46 },
    ]);
    const loop = "Resources: { A: { Type: AWS::Serverless::Api, Properties: { DefinitionUri: a.yaml } } }";
    const looping = { readFile: async () => loop };
    const { diagnostics, references } = await findTemplates({ path: "a.yaml", text: loop }, looping);
    expect(diagnostics).toEqual([]);
    expect(references).toMatchObject([{ from: "a.yaml", path: "a.yaml" }]);
  });
});

describe("files without templates", () => {
  it("are passed over without being parsed", async () => {
    for (const path of ["a.yaml", "a.json", "a.tf", "a.ts", "a.py", "README.md"]) {
      expect(await findTemplates({ path, text: "{{{ ][" })).toEqual({
        templates: [],
        routes: [],
        references: [],
        diagnostics: [],
      });
    }
  });

  it("may have aliases of aliases, which written out would never end", async () => {
    const aliases = `a: &a [x, x]\n${[..."bcdefghijklmnop"].map((name, index) => `${name}: &${name} [*${"abcdefghijklmno"[index]}, *${"abcdefghijklmno"[index]}]`).join("\n")}`;
    const { templates } = await findTemplates({
      path: "a.yaml",
      text: `${aliases}\nrequestTemplates: { a: b }\nresult: *p\n`,
    });
    expect(templates).toHaveLength(1);
  });
});
