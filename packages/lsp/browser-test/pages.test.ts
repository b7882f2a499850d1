import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { canDrivePages, documentedPrograms, type EditorPage, openEditorPage } from "./editor-page.js";

const TEMPLATE = '#set($order = $input.path(\'$.order\'))\n{"id":"$ordr.id","total":$order.total}\n';
const LAID_OUT = TEMPLATE.replace(
  '{"id":"$ordr.id","total":$order.total}',
  '{ "id": "$ordr.id", "total": $order.total }',
);
const [codeMirror = "", monaco = ""] = documentedPrograms("in-a-page.md");

/** What a test uses of the page's program. */
interface Exposed {
  readonly editor: { readonly state?: { readonly doc: object }; getValue?(): string };
  changeFile(uri: string, text: string): void;
  configure(settings: object): void;
}

/** An editor, by what its users see and press. */
interface PageEditor {
  readonly name: string;
  readonly program: string;
  readonly exposed: readonly string[];
  readonly line: string;
  readonly problem: string;
  readonly hover: string;
  readonly suggestion: string;
  readonly renameInput: string;
  readonly formatKeys: string;
  /** What is left of a method that takes something: Monaco's client takes no snippets. */
  readonly completed: string;
  readonly completedLoop: string;
  /** Switches a rule off as the documentation says. */
  readonly configure: (page: Page, rule: string) => Promise<void>;
}

const EDITORS: readonly PageEditor[] = [
  {
    name: "CodeMirror",
    program: codeMirror,
    exposed: ["editor", "changeFile"],
    line: ".cm-line",
    problem: ".cm-lintRange-warning",
    hover: ".cm-tooltip-hover",
    suggestion: ".cm-tooltip-autocomplete li[aria-selected]",
    renameInput: ".cm-panels input",
    formatKeys: "Shift+Alt+F",
    completed: "$util.urlEncode()",
    completedLoop: "#foreach($item in $list)",
    configure: (page, rule) =>
      page.evaluate((name) => {
        const text = JSON.stringify({ rules: { [name]: "off" } });
        (globalThis as unknown as Exposed).changeFile("file:///page/vtl.config.json", text);
      }, rule),
  },
  {
    name: "Monaco",
    program: monaco,
    exposed: ["editor", "configure"],
    line: ".view-line",
    problem: ".squiggly-warning",
    hover: ".monaco-hover",
    suggestion: ".suggest-widget .monaco-list-row.focused",
    renameInput: ".rename-box input",
    formatKeys: "Control+Shift+I",
    completed: "$util.urlEncode(",
    completedLoop: "#foreach(",
    configure: (page, rule) =>
      page.evaluate((name) => (globalThis as unknown as Exposed).configure({ rules: { [name]: "off" } }), rule),
  },
];

describe.runIf(canDrivePages()).each(EDITORS)("a page with $name and the documented program", (editor) => {
  let opened: EditorPage;
  let page: Page;
  beforeAll(async () => {
    opened = await openEditorPage(editor.program, TEMPLATE, editor.exposed);
    ({ page } = opened);
  });
  beforeEach(async () => {
    await page.reload();
    await page.locator(editor.problem).first().waitFor();
  });
  afterEach(() => expect(opened.complaints.splice(0)).toEqual([]));
  afterAll(() => opened?.close());

  const text = (): Promise<string> =>
    page.evaluate(() => {
      const { editor: shown } = globalThis as unknown as Exposed;
      return shown.getValue?.() ?? String(shown.state?.doc);
    });

  /** The middle of a text that a line shows, found as the browser has laid it out. */
  const placeOf = async (wanted: string): Promise<readonly [number, number]> => {
    await page.locator(editor.line, { hasText: wanted }).first().waitFor();
    const [x, y] = await page.evaluate(
      ([selector, part]) => {
        for (const line of document.querySelectorAll(selector)) {
          const index = line.textContent?.replaceAll("\u00a0", " ").indexOf(part) ?? -1;
          if (index < 0) continue;
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let offset = index;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = node.textContent?.length ?? 0;
            if (offset < length) {
              const range = document.createRange();
              range.setStart(node, offset);
              range.setEnd(node, Math.min(length, offset + part.length));
              const { left, top, width, height } = range.getBoundingClientRect();
              return [left + width / 2, top + height / 2] as const;
            }
            offset -= length;
          }
        }
        throw new Error(`${part} is not shown`);
      },
      [editor.line, wanted] as const,
    );
    return [x, y];
  };

  it("marks what is wrong, and says what something is", async () => {
    await page.mouse.move(...(await placeOf("path")));
    await page.locator(editor.hover, { hasText: "JSONPath" }).first().waitFor();
  });

  it("completes", async () => {
    await page.mouse.click(...(await placeOf("total")));
    await page.keyboard.press("Control+End");
    await page.keyboard.type("$util.url");
    // CodeMirror takes no key of a list that has only just come.
    await page.locator(editor.suggestion, { hasText: "urlEncode" }).click();
    await expect.poll(text).toBe(TEMPLATE + editor.completed);
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\n#fo");
    await page.locator(editor.suggestion, { hasText: "foreach" }).click();
    await expect.poll(text).toContain(`${TEMPLATE}${editor.completed}\n${editor.completedLoop}`);
  });

  it("renames, and lays out", async () => {
    await page.mouse.click(...(await placeOf("order.total")));
    await page.keyboard.press("F2");
    const input = page.locator(editor.renameInput).first();
    await input.fill("request");
    await input.press("Enter");
    await expect.poll(text).toBe(TEMPLATE.replaceAll("$order", "$request"));
    await page.mouse.click(...(await placeOf("request.total")));
    await page.keyboard.press(editor.formatKeys);
    await expect.poll(text).toBe(LAID_OUT.replaceAll("$order", "$request"));
  });

  it("follows a changed configuration", async () => {
    await editor.configure(page, "undefined-reference");
    await expect.poll(() => page.locator(editor.problem, { hasText: "ordr" }).count()).toBe(0);
  });
});
