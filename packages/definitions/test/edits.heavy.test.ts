import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editTemplate, findTemplates, type TextEdit } from "../src/index.js";
import { grammarHost } from "./grammar-host.js";

const applyTo = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduceRight((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);

/** The file after an edit of its one template: `old` becomes `replacement`. */
async function replaced(path: string, text: string, old: string, replacement: string): Promise<string> {
  const { templates } = await findTemplates({ path, text }, grammarHost);
  const template = templates[0]!;
  const start = template.text.indexOf(old);
  const outcome = editTemplate(template, text, [{ start, end: start + old.length, newText: replacement }]);
  return outcome.ok ? applyTo(text, outcome.edits) : outcome.reason;
}

describe("edits of a template", () => {
  it("are escaped for the literal and change no more than they must", async () => {
    const json = '{"requestTemplates": {"a": "{\\"k\\": 1}"}}';
    expect(await replaced("a.json", json, "1", '"x\n"')).toBe('{"requestTemplates": {"a": "{\\"k\\": \\"x\\n\\"}"}}');
    const block = "requestTemplates:\n  a: |\n    {\n      k\n    }\n";
    expect(await replaced("a.yaml", block, "k", "k,\n  l")).toBe(
      "requestTemplates:\n  a: |\n    {\n      k,\n      l\n    }\n",
    );
    const single = "requestTemplates: { a: 'it' }";
    expect(await replaced("a.yaml", single, "t", "'")).toBe("requestTemplates: { a: 'i''' }");
    const heredoc = "x {\n  request_templates = {\n    a = <<-E\n      b\n    E\n  }\n}\n";
    expect(await replaced("a.tf", heredoc, "b", `\${b}\nc`)).toContain(`<<-E\n      $\${b}\n      c\n    E`);
    const script = "x = { requestTemplates: { a: `b` } }";
    expect(await replaced("a.ts", script, "b", `\`\${c}`)).toBe(`x = { requestTemplates: { a: \`\\\`\\\${c}\` } }`);
  });

  it("end lines as the literal does, where it has line breaks of its own", async () => {
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    const block = "requestTemplates:\n  a: |\n    {\n      k\n    }\n";
    const longer = "requestTemplates:\n  a: |\n    {\n      k,\n      l\n    }\n";
    expect(await replaced("a.yaml", crlf(block), "k", "k,\n  l")).toBe(crlf(longer));
    const script = "x = { requestTemplates: { a: `b\nc` } }\n";
    expect(await replaced("a.ts", crlf(script), "b", "b\nB")).toBe(crlf(script.replace("b", "b\nB")));
    const python = 'x(request_templates={ "a": """b\nc""" })\n';
    expect(await replaced("a.py", crlf(python), "b", "b\nB")).toBe(crlf(python.replace("b\nc", "b\nB\nc")));
    const whole = "requestTemplates:\n  a: >\n    b\n    c\n";
    expect(await replaced("a.yaml", crlf(whole), "b", "b\n B")).not.toMatch(/[^\r]\n/);
  });

  it("are written for Fn::Sub with the variables of Velocity escaped", async () => {
    const text = `Resources: {}\nrequestTemplates:\n  a: !Sub |\n    "\${T}" b\n`;
    expect(await replaced("a.yaml", text, "b", `\${b}`)).toContain(`"\${T}" \${!b}`);
  });

  it("rewrite a literal whose style cannot hold them", async () => {
    expect(await replaced("a.yaml", "requestTemplates: { a: plain }", "plain", "a: b")).toBe(
      "requestTemplates: { a: 'a: b' }",
    );
    expect(await replaced("a.yaml", "requestTemplates:\n  a: |\n    b\n", "b", "\tb\x07")).toBe(
      'requestTemplates:\n  a: "\\tb\\u0007\\n"\n',
    );
    expect(await replaced("a.tf", "x { request_templates = { a = <<E\nb\nE\n } }", "b\n", "b")).toBe(
      'x { request_templates = { a = "b"\n } }',
    );
  });

  it("are refused where the host's own expressions stand", async () => {
    const text = `requestTemplates: { a: { Fn::Join: ["-", [x, { Ref: R }, y]] } }`;
    expect(await replaced("a.yaml", text, "<R>", "z")).toBe("the change touches a host expression");
    expect(await replaced("a.yaml", text, "-<", "<")).toBe("the change touches text that the host generates");
    expect(await replaced("a.yaml", text, "x", "z")).toBe(text.replace("[x,", "['z',").replace("'z'", "z"));
  });

  it("survive any text in every kind of literal", async () => {
    const hosts: readonly (readonly [string, string])[] = [
      ["a.json", '{"requestTemplates": {"a": "b\\n\\"c\\u0041"}, "z": 1}'],
      ["a.yaml", "requestTemplates:\n  a: b c\n  z:\nq: 1\n"],
      ["a.yaml", "requestTemplates:\n  a: 'b ''c'\n"],
      ["a.yaml", 'requestTemplates:\n  a: "b\\tc\n\n    d"\n'],
      ["a.yaml", "requestTemplates:\n  a: |-\n    b\n\n     c\nz: 1\n"],
      ["a.yaml", "requestTemplates:\n  a: >+\n    b\n    c\n\n     d\n\nz: 1\n"],
      ["a.yaml", `requestTemplates:\n  a: !Sub |\n    b \${C} d\n    e\nz: 1\n`],
      ["a.yaml", `requestTemplates: { a: !Sub "b\${C}\${D}d" }\n`],
      ["a.tf", `x { request_templates = { a = "b\\n\${c}d" } }`],
      ["a.tf", `x {\n request_templates = {\n a = <<E\nb \${c}\n  d\nE\n }\n}`],
      ["a.tf", `x {\n request_templates = {\n a = <<-E\n   b \${c}\n\n    d\n  E\n }\n}`],
      ["a.ts", `x = { requestTemplates: { a: \`b\${c}\\n\nd\` } }`],
      ["a.js", "x = { requestTemplates: { a: 'b\\'c' + \"d\\n\" } }"],
      ["a.py", `x = f(request_templates={"a": f'b{c}d\\n'})`],
      ["a.py", `x = f(request_templates={"a": """b\n"c" d""" 'e'})`],
      ["a.py", `x = f(request_templates={"a": r'b\\d'})`],
    ];
    const newText = fc
      .array(fc.constantFrom(...`ab \t\n\r"'\\\`$\{}%#:!-|&*[],é😀\u2028\x7f\x85`), { maxLength: 8 })
      .map((characters) => characters.join(""));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const anyEdits = fc.array(fc.tuple(share, fc.nat(4), newText), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...hosts), anyEdits, async ([path, text], shares) => {
        const template = (await findTemplates({ path, text }, grammarHost)).templates[0]!;
        const size = template.text.length;
        const edits = shares
          .map(([at, length, inserted]) => {
            const start = Math.min(Math.floor(at * (size + 1)), size);
            return { start, end: Math.min(start + length, size), newText: inserted };
          })
          .sort((a, b) => a.start - b.start)
          .reduce<TextEdit[]>((apart, edit) => {
            if (edit.start > (apart.at(-1)?.end ?? -1)) apart.push(edit);
            return apart;
          }, []);
        const outcome = editTemplate(template, text, edits);
        if (!outcome.ok) {
          expect(outcome.reason).toBe("the change touches a host expression");
          return;
        }
        const after = (await findTemplates({ path, text: applyTo(text, outcome.edits) }, grammarHost)).templates;
        expect(after[0]?.text).toBe(applyTo(template.text, edits));
        expect(after).toHaveLength(1);
      }),
      { numRuns: 5000 },
    );
  });
});
