import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { A_LIST, type Editor } from "./editor.js";
import { type EditorSession, startSession } from "./editor-session.js";
import { editorProgram } from "./host-folder.js";
import { idioms } from "./idioms.data.js";

const program = editorProgram();

/**
 * Files with a template, `@` where it is typed: lines, or in JSON words of one line. Of two templates in a file the status
 * bar tells when VS Code knows that the cursor is in one.
 */
const HOSTS = [
  { ending: "vtl", text: '{\n@\n"last": 1\n}\n', lines: true },
  {
    ending: "yaml",
    text: "openapi: 3.0.1\npaths:\n  /a:\n    post:\n      x-amazon-apigateway-integration:\n        type: aws\n        requestTemplates:\n          text/plain: $context.requestId\n          application/json: |\n            {\n            @\n            }\n",
    lines: true,
  },
  {
    ending: "json",
    text: '{\n  "openapi": "3.0.1",\n  "paths": { "/a": { "post": { "x-amazon-apigateway-integration": { "type": "aws", "requestTemplates": {\n    "application/json":\n"@"\n  } } } } }\n}\n',
    lines: false,
  },
  {
    ending: "tf",
    text: 'resource "aws_api_gateway_integration" "a" {\n  type = "AWS"\n  request_templates = {\n    "application/json" = <<EOT\n{\n@\n}\nEOT\n  }\n}\n',
    lines: true,
  },
  {
    ending: "ts",
    text: 'import { AwsIntegration } from "aws-cdk-lib/aws-apigateway";\nexport const a = new AwsIntegration({ service: "events", options: { requestTemplates: { "application/json": `{\n@\n}` } } });\n',
    lines: true,
  },
];

interface Speed {
  readonly name: string;
  readonly type: (editor: Editor, text: string) => Promise<void>;
  /** The least number of lists of completions that are shown meanwhile. */
  readonly lists: number;
}

/** In a comment or a JSONPath none comes. */
const LONGEST_WAIT = 150;

const SPEEDS: readonly Speed[] = [
  { name: "as fast as keys come", type: (editor, text) => editor.type(text), lists: 0 },
  {
    name: "with a list of completions open wherever one comes",
    type: async ({ page }, text) => {
      for (const part of text.split(/(?<=[$.#\n])/)) {
        await page.keyboard.type(part);
        await page.waitForSelector(A_LIST, { timeout: LONGEST_WAIT }).catch(() => undefined);
      }
    },
    lists: 20,
  },
];

describe.skipIf(program === undefined)("what is typed key by key in VS Code is what stands there", () => {
  let session: EditorSession;

  beforeAll(async () => {
    session = await startSession(program ?? "");
  }, 180_000);
  afterAll(() => session?.close());
  afterEach(async () => {
    await session.editor.closeAll();
    await session.editor.statusBar("VTL").waitFor({ state: "detached" });
  });

  describe.each(SPEEDS)("$name", ({ name, type, lists }) => {
    it.each(HOSTS)(
      "in a .$ending file",
      async ({ ending, text, lines }) => {
        const { editor, project } = session;
        const path = `typing/${name.replaceAll(" ", "-")}.${ending}`;
        project.write(path, text.replace("@", ""));
        await editor.open(path);
        await editor.goTo(text, "@");
        await editor.statusBar("VTL").waitFor();
        const before = await editor.countOfLists();
        const typed = idioms.map((idiom) => (lines ? `${idiom}\n` : `${JSON.stringify(idiom).slice(1, -1)} `)).join("");
        await type(editor, typed);
        const expected = withoutIndentation(text.replace("@", () => typed));
        await expect.poll(() => withoutIndentation(project.read(path))).toBe(expected);
        expect((await editor.countOfLists()) - before).toBeGreaterThanOrEqual(lists);
      },
      300_000,
    );
  });

  it("outside of its templates a YAML file keeps its own closing pairs", async () => {
    const { editor, project } = session;
    const path = "typing/quotes.yaml";
    const text = HOSTS.find(({ ending }) => ending === "yaml")?.text ?? "";
    project.write(path, text.replace("@", ""));
    await editor.open(path);
    await editor.goTo(text, "@");
    await editor.statusBar("VTL").waitFor();
    await editor.type('"a"');
    await editor.goTo(text, "\npaths");
    await editor.statusBar("VTL").waitFor({ state: "detached" });
    await editor.type('\ninfo: "b');
    const expected = text.replace("@", '"a"').replace("\npaths", '\ninfo: "b"\npaths');
    await expect.poll(() => withoutIndentation(project.read(path))).toBe(withoutIndentation(expected));
  });

  it("the #end of a block begins with Enter, and is taken away from who types one", async () => {
    const { editor, project } = session;
    const text = '{\n@\n"last": 1\n}\n';
    project.write("typing/block.vtl", text.replace("@", ""));
    await editor.open("typing/block.vtl");
    await editor.statusBar("VTL").waitFor();
    await editor.goTo(text, "@");
    await editor.type("#if($body.a)");
    await editor.press("Enter");
    await expect.poll(() => editor.visibleText()).toMatch(/#if\(\$body\.a\)\n +\n *#end\n/);
    await editor.type('"x": 1,\n#end');
    const expected = '{\n#if($body.a)\n"x": 1,\n#end\n"last": 1\n}\n';
    await expect.poll(() => withoutIndentation(project.read("typing/block.vtl"))).toBe(expected);
  });
});

/** How far lines are indented is the editor's affair. */
function withoutIndentation(text: string): string {
  return text.replace(/^[ \t]+/gm, "");
}
