import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EditorSession, startSession } from "./editor-session.js";
import { editorProgram } from "./host-folder.js";
import { idioms } from "./idioms.data.js";

const program = editorProgram();

/** Files with a template, `@` where it is typed: lines, or in JSON words of one line. */
const HOSTS = [
  { ending: "vtl", text: '{\n@\n"last": 1\n}\n', lines: true },
  {
    ending: "yaml",
    text: "openapi: 3.0.1\npaths:\n  /a:\n    post:\n      x-amazon-apigateway-integration:\n        type: aws\n        requestTemplates:\n          application/json: |\n            {\n            @\n            }\n",
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
  /** Milliseconds after each key. */
  readonly delay: number;
  /** The least number of lists of completions that are shown meanwhile. */
  readonly lists: number;
}

/** Faster than the server answers. */
const FAST: Speed = { name: "as fast as keys come", delay: 0, lists: 0 };
/** Lists of completions are open when the next key comes. */
const SLOW: Speed = { name: "with a pause after each key", delay: 40, lists: 1 };

/** With pauses every idiom is typed in a template file, in a host file one of four unasked: all take three minutes. */
function idiomsFor(ending: string, speed: Speed): readonly string[] {
  if (speed === FAST || ending === "vtl" || process.env.VTL_TYPING) return idioms;
  const hosts = HOSTS.filter((host) => host.ending !== "vtl");
  const own = hosts.findIndex((host) => host.ending === ending);
  return idioms.filter((_, index) => index % hosts.length === own);
}

/**
 * VS Code closes a quote only on a line that its tokenizer has reached, which after Enter takes it until it is idle: of
 * `"f(x)"` typed at once it then leaves the first quote alone and closes the last, unless the language says that quotes in
 * strings are not closed. YAML does not say so: VS Code without this extension leaves `"f(x)""` too. A pause is enough, or
 * closing no quotes.
 */
const YAML_QUOTES = { "[yaml]": { "editor.autoClosingQuotes": "never" } };

describe.skipIf(program === undefined)("what is typed key by key in VS Code is what stands there", () => {
  let session: EditorSession;

  beforeAll(async () => {
    session = await startSession(program ?? "");
  }, 180_000);
  afterAll(() => session?.close());
  afterEach(() => session.editor.closeAll());

  /** The window's title tells that the settings are in force. */
  const setUp = async (speed: Speed): Promise<void> => {
    const settings = { ...(speed === FAST && YAML_QUOTES), "window.title": speed.name };
    session.project.write(".vscode/settings.json", JSON.stringify(settings));
    await expect.poll(() => session.editor.page.title()).toBe(speed.name);
  };

  describe.each([SLOW, FAST])("$name", (speed) => {
    it.each(HOSTS)(
      "in a .$ending file",
      async ({ ending, text, lines }) => {
        const { editor, project } = session;
        await setUp(speed);
        const path = `typing/${speed.name.replaceAll(" ", "-")}.${ending}`;
        project.write(path, text.replace("@", ""));
        await editor.open(path);
        await editor.goTo(text, "@");
        const lists = await editor.countOfLists();
        const typed = idiomsFor(ending, speed).map((idiom) =>
          lines ? `${idiom}\n` : `${JSON.stringify(idiom).slice(1, -1)} `,
        );
        for (const idiom of typed) await editor.page.keyboard.type(idiom, { delay: speed.delay });
        const expected = withoutIndentation(text.replace("@", () => typed.join("")));
        await expect.poll(() => withoutIndentation(project.read(path))).toBe(expected);
        expect((await editor.countOfLists()) - lists).toBeGreaterThanOrEqual(speed.lists);
      },
      300_000,
    );
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
