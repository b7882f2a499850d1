import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EditorSession, startSession } from "./editor-session.js";
import { editorProgram } from "./host-folder.js";
import { idioms } from "./idioms.data.js";

const program = editorProgram();

/** Files with a template, what is typed before `last` in it, and whether that may be of several lines. */
const HOSTS = [
  { path: "typing/a.vtl", text: '{\n"last": 1\n}\n', last: '"last"', lines: true },
  {
    path: "typing/a.yaml",
    text: 'openapi: 3.0.1\npaths:\n  /a:\n    post:\n      x-amazon-apigateway-integration:\n        type: aws\n        requestTemplates:\n          application/json: |\n            {\n            "last": 1\n            }\n',
    last: '"last"',
    lines: true,
  },
  {
    path: "typing/a.json",
    text: '{\n  "openapi": "3.0.1",\n  "paths": { "/a": { "post": { "x-amazon-apigateway-integration": { "type": "aws", "requestTemplates": {\n    "application/json":\n"\\"last\\": 1"\n  } } } } }\n}\n',
    last: '\\"last\\"',
    lines: false,
  },
  {
    path: "typing/a.tf",
    text: 'resource "aws_api_gateway_integration" "a" {\n  type = "AWS"\n  request_templates = {\n    "application/json" = <<EOT\n{\n"last": 1\n}\nEOT\n  }\n}\n',
    last: '"last"',
    lines: true,
  },
  {
    path: "typing/a.ts",
    text: 'import { AwsIntegration } from "aws-cdk-lib/aws-apigateway";\nexport const a = new AwsIntegration({ service: "events", options: { requestTemplates: { "application/json": `{\n"last": 1\n}` } } });\n',
    last: '"last"',
    lines: true,
  },
];

/** No delay is faster than the server answers; with one, lists of completions are open when the next key comes. */
const SPEEDS = [
  { name: "as fast as keys come", delay: 0 },
  { name: "with a pause after each key", delay: 60 },
];

describe.skipIf(program === undefined)("what is typed key by key in VS Code is what stands there", () => {
  let session: EditorSession;

  beforeAll(async () => {
    session = await startSession(program ?? "");
    for (const { path, text } of HOSTS) session.project.write(path, text);
  }, 180_000);
  afterAll(() => session?.close());

  describe.each(HOSTS)("in $path", ({ path, last, lines }) => {
    it.each(SPEEDS)(
      "$name",
      async ({ delay }) => {
        const { editor, project } = session;
        await editor.open(path);
        let expected = project.read(path);
        for (const idiom of idioms.map((each) => (lines ? each : JSON.stringify(each).slice(1, -1)))) {
          await editor.goTo(expected, last);
          if (lines) await editor.press("Control+Shift+Enter");
          await editor.page.keyboard.type(idiom, { delay });
          await editor.press("Escape");
          expected = expected.replace(last, () => idiom + (lines ? "\n" : " ") + last);
          if (!lines) await editor.type(" ");
        }
        await expect.poll(() => withoutIndentation(project.read(path))).toBe(withoutIndentation(expected));
      },
      180_000,
    );
  });
});

/** How far lines are indented is the editor's affair. */
function withoutIndentation(text: string): string {
  return text.replace(/^[ \t]+/gm, "");
}
