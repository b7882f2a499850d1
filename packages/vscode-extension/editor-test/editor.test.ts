import axe from "axe-core";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { booksFiles, booksTemplates } from "./books.js";
import { type EditorSession, startSession } from "./editor-session.js";
import { editorProgram } from "./host-folder.js";

const program = editorProgram();
const NOTE = "templates/note/template.vtl";
const SAM = "template.yaml";

describe.skipIf(program === undefined)("in VS Code", () => {
  let session: EditorSession;
  let editor: EditorSession["editor"];
  let note: string;
  let sam: string;

  beforeAll(async () => {
    session = await startSession(program ?? "");
    editor = session.editor;
    note = session.project.read(NOTE);
    sam = session.project.read(SAM);
    await editor.run("View: Toggle Primary Side Bar Visibility");
  }, 180_000);
  afterAll(() => session?.close());
  afterEach(async () => {
    await editor.closeAll();
    session.project.write(NOTE, note);
    session.project.write(SAM, sam);
  });

  it("shows what is wrong with a template, where it is", async () => {
    await editor.open(NOTE);
    await editor.page.locator(".squiggly-warning").first().waitFor();
    const problems = await editor.problems();
    expect(problems.filter((text) => text.includes("unescaped-param-in-json"))).toHaveLength(2);
    await editor.screenshot("diagnostics");
    await editor.run("View: Toggle Panel");
  });

  it("says what something is, and what it is worth for the sample", async () => {
    await editor.open(NOTE);
    await editor.statusBar("VTL").waitFor();
    await editor.goTo(note, "path('$.note')", 2);
    await editor.run("Show or Focus Hover");
    const hover = editor.page.locator(".monaco-hover:not(.hidden) .hover-contents", { hasText: "$input.path" });
    await hover.first().waitFor();
    await editor.screenshot("hover");
    await editor.press("Escape");
  });

  it("completes what $input, $util and a sample offer", async () => {
    await editor.open(NOTE);
    await editor.statusBar("VTL").waitFor();
    await editor.goTo(note, '"tags"');
    await editor.type('"x": $util.');
    await editor.suggestion("escapeJavaScript").waitFor();
    await editor.screenshot("completion");
    await editor.type("urlE");
    await editor.suggestion("urlEncode").waitFor();
    await editor.press("Tab");
    await expect.poll(() => session.project.read(NOTE)).toContain('"x": $util.urlEncode(');
    await editor.press("Escape", "Escape");
  });

  it("puts right what it has found", async () => {
    await editor.open(NOTE);
    await editor.page.locator(".squiggly-warning").first().waitFor();
    await editor.goTo(note, "$note.author", 2);
    await editor.press("Control+.");
    await editor.page.locator(".action-widget .action-item, .action-widget .monaco-list-row").first().waitFor();
    await editor.screenshot("quick-fix");
    await editor.press("Enter");
    await expect.poll(() => session.project.read(NOTE)).toContain('"$util.escapeJavaScript($note.author)');
    expect(session.project.read(NOTE)).toContain('"$note.text"');
  });

  it("renames a variable wherever it stands, and nothing else", async () => {
    await editor.open(NOTE);
    await editor.goTo(note, "$note", 2);
    await editor.press("F2");
    const input = editor.page.locator(".rename-box input");
    await input.fill("entry");
    await editor.screenshot("rename");
    await editor.press("Enter");
    await editor.line("$entry.author").waitFor();
    await expect
      .poll(() => session.project.read(NOTE))
      .toBe(
        note
          .replace("#set($note", "#set($entry")
          .replace("$note.author", "$entry.author")
          .replace("$note.text", "$entry.text"),
      );
  });

  it("shows in the preview what is typed, as it is typed", async () => {
    await editor.open(NOTE);
    const preview = await editor.openPreview();
    await preview.locator(".output", { hasText: '"author": "Ann"' }).waitFor();
    expect(await preview.locator("#status").textContent()).toContain("valid JSON");
    await editor.goTo(note, '"tags"');
    await editor.type('"at": 4');
    await preview.locator("ul.problems").waitFor();
    await editor.type(", ");
    await preview.locator(".output .key", { hasText: '"at"' }).waitFor();
    await preview.locator("ul.problems").waitFor({ state: "detached" });
    await editor.screenshot("preview");
  });

  it("goes from the output to the place that printed it, and back", async () => {
    await editor.open(NOTE);
    const preview = await editor.openPreview();
    await preview.locator(".output .string", { hasText: "Tea at four" }).click();
    await expect.poll(() => editor.cursor()).toMatch(/^Ln 5, /);
    await editor.goTo(note, "$note.author", 1);
    const marked = () =>
      preview
        .locator("body")
        .evaluate(() => [...(CSS.highlights.get("vtl-marked") ?? [])].map((range) => String(range)));
    await expect.poll(marked).toEqual(["Ann"]);
    await preview.locator(".output").focus();
    await editor.press("Control+Home", "ArrowDown", "ArrowDown", "ArrowDown", "End", "ArrowLeft", "Enter");
    await expect.poll(() => editor.cursor()).toMatch(/^Ln 6, /);
  });

  it("waits with what is new while a place in the output is clicked, which would else go unheard", async () => {
    await editor.open(NOTE);
    const preview = await editor.openPreview();
    await preview.locator(".output .string", { hasText: "Tea at four" }).hover();
    await editor.page.mouse.down();
    const frame = await editor.previewFrame();
    const update = frame.evaluate(
      () =>
        new Promise<void>((heard) =>
          addEventListener("message", ({ data }) => {
            if (data.type === "state") heard();
          }),
        ),
    );
    session.project.write(NOTE, note.replace('"tags"', '"labels"'));
    await update;
    await editor.page.mouse.up();
    await expect.poll(() => editor.cursor()).toMatch(/^Ln 5, /);
    await preview.locator(".output .key", { hasText: "labels" }).waitFor();
  });

  it("compares two samples, and shows the request that breaks a template", async () => {
    await editor.open(NOTE);
    const preview = await editor.openPreview();
    await preview.locator("#compared").selectOption({ label: "event-2" });
    await preview.locator("del", { hasText: "Tea at four" }).waitFor();
    await preview.locator("ins", { hasText: "Coffee" }).waitFor();
    await editor.screenshot("compare");
    await preview.locator("#breaking").click();
    await preview.locator("#compared").selectOption({ label: "nothing" });
    await preview.locator("ul.problems").waitFor();
    expect(await preview.locator("#sample option:checked").textContent()).toBe("a request that breaks it");
    await editor.statusBar("JSON can break").waitFor();
    await editor.screenshot("breaking-request");
  });

  it("runs the samples with an expected output as tests, shows what differs, and updates it", async () => {
    const expected = "templates/mock-health-check/expected.out";
    const right = session.project.read(expected);
    const { page } = editor;
    await editor.open("templates/mock-health-check/template.vtl");
    await editor.statusBar("VTL: JSON proved").waitFor();
    await editor.run("Testing: Focus on Test Explorer View");
    const row = (text: string) => page.locator(".test-explorer .monaco-list-row", { hasText: text }).first();
    await row("mock-health-check/template.vtl").waitFor();
    await editor.run("Test: Run All Tests");
    await row("mock-health-check").locator(".codicon-testing-passed-icon").waitFor();

    session.project.write(expected, right.replace("200", "418"));
    await editor.run("Test: Run All Tests");
    await row("mock-health-check").locator(".codicon-testing-failed-icon").waitFor();
    const failure = page.locator(".test-output-peek-tree .monaco-list-row", { hasText: "The output is not what" });
    const difference = page.locator(".test-output-peek-message-container .monaco-diff-editor");
    const expectedLine = difference.locator(".editor.original .view-line", { hasText: "418" });
    // The list is drawn anew while results come in, and may lose the click.
    const showDifference = async () => {
      await failure.first().click();
      return expectedLine.isVisible();
    };
    await expect.poll(showDifference, { interval: 500 }).toBe(true);
    await difference.locator(".editor.modified .view-line", { hasText: "200" }).waitFor();
    await editor.screenshot("test-explorer");

    await row("mock-health-check").click({ button: "right" });
    // The menu takes no click right after the one that opened it.
    await page.locator(".context-view .action-label", { hasText: "Execute Using Profile" }).hover();
    await editor.press("Enter");
    await editor.pick("Update what is expected");
    await expect.poll(() => session.project.read(expected)).toBe(right);
    await editor.run("View: Toggle Panel");
    await editor.run("View: Toggle Primary Side Bar Visibility");
  });

  it("goes on in the preview when the window is loaded anew: same template, same sample", async () => {
    await editor.open(NOTE);
    const preview = await editor.openPreview();
    await preview.locator("#sample").selectOption({ label: "event-2" });
    await preview.locator(".output .string", { hasText: "Coffee" }).waitFor();
    await preview.locator("#compared").selectOption({ label: "event" });
    await preview.locator("ins", { hasText: "Tea at four" }).waitFor();
    await editor.reload();
    await preview.locator("ins", { hasText: "Tea at four" }).waitFor();
    expect(await preview.locator("#title").textContent()).toBe("template.vtl");
    await preview.locator("#compared").selectOption({ label: "nothing" });
    await editor.goTo(note, '"tags"');
    await editor.type('"at": 4, ');
    await preview.locator(".output .key", { hasText: '"at"' }).waitFor();
    await preview.locator(".output .string", { hasText: "Coffee" }).waitFor();
  });

  it.each([
    ["vscode-light", "Light Modern"],
    ["vscode-high-contrast", "Dark High Contrast"],
    ["vscode-high-contrast-light", "Light High Contrast"],
    ["vscode-dark", "Dark Modern"],
  ])("has a preview that can be read with the theme %s", async (bodyClass, theme) => {
    await editor.run("Preferences: Color Theme");
    await editor.choose(theme);
    await editor.open(NOTE);
    await editor.openPreview();
    const frame = await editor.previewFrame();
    await frame.locator(`body.${bodyClass}`).waitFor();
    await frame.locator("#compared").selectOption({ label: "event-2" });
    await frame.locator("ins").first().waitFor();
    const whole = await violations(frame);
    await frame.locator("#compared").selectOption({ label: "nothing" });
    await frame.locator(".output .string").first().waitFor();
    await editor.screenshot(`preview-${bodyClass}`);
    expect([...whole, ...(await violations(frame))]).toEqual([]);
  });

  it("scrolls a long output with its line numbers, which stay in their place", async () => {
    await editor.open("templates/dynamodb-put-order/template.vtl");
    const preview = await editor.openPreview();
    await preview.locator(".output", { hasText: "SPOON" }).waitFor();
    const frame = await editor.previewFrame();
    const [isLong, overTheRequest] = await frame.evaluate(() => {
      const panel = document.querySelector("main > .tabs > .panel");
      const { top = 0, bottom = 0 } = document.querySelector("aside")?.getBoundingClientRect() ?? {};
      const places = Array.from({ length: Math.floor(bottom - top) }, (_, i) => document.elementFromPoint(40, top + i));
      return [
        panel !== null && panel.scrollHeight > panel.clientHeight,
        places.some((place) => place?.closest(".output")),
      ];
    });
    expect([isLong, overTheRequest]).toEqual([true, false]);
    await editor.screenshot("long-output");
  });

  it("does all of it for a template inside a SAM file", async () => {
    await editor.open(SAM);
    await editor.goTo(sam, "$input.path('$.Item')");
    await editor.page.locator(".squiggly-warning").first().waitFor();
    const preview = await editor.openPreview();
    await preview.locator(".output", { hasText: '"note"' }).waitFor();
    expect(await preview.locator("#facts").textContent()).toContain("GET /orders/{id}");
    await editor.goTo(sam, '"note": "$item');
    await editor.type('"kind": "order", ');
    await preview.locator(".output .key", { hasText: '"kind"' }).waitFor();
    await editor.goTo(sam, "$item =", 1);
    await editor.press("F2");
    await editor.page.locator(".rename-box input").fill("found");
    await editor.press("Enter");
    await editor.line("$found.pk.S").waitFor();
    await editor.screenshot("sam");
  });

  it("shows each template of a SAM file with its own sample, and offers it no other", async () => {
    const { project } = session;
    for (const [path, text] of Object.entries(booksFiles)) project.write(path, text);
    await editor.open("books/template.yaml");
    const text = project.read("books/template.yaml");
    for (const { at, sample, output, facts } of booksTemplates) {
      await editor.goTo(text, at);
      const preview = await editor.openPreview();
      await preview.locator(".output", { hasText: output }).waitFor();
      await expect.poll(() => preview.locator("#facts").textContent()).toContain(facts);
      const offered = await preview.locator("#sample option").allTextContents();
      expect(offered.filter((label) => label !== "a request that breaks it")).toEqual([
        sample,
        "made from the template",
      ]);
      await editor.screenshot(`samples-${sample}`);
    }
  });

  it("offers nothing in a SAM file outside of its templates", async () => {
    await editor.open(SAM);
    await editor.goTo(sam, "StageName");
    await editor.statusBar("VTL").waitFor({ state: "detached" });
    await editor.type("$");
    await editor.run("Trigger Suggest");
    await editor.page.locator(".suggest-widget .message", { hasText: "No suggestions" }).waitFor();
    await editor.goTo(sam, '"TableName"', -1);
    await editor.type("$in");
    await editor.suggestion("input").waitFor();
    await editor.press("Escape");
  });

  it("finds templates in programs, and leaves the colours of programs to others", async () => {
    await editor.open("stack.ts");
    const program = session.project.read("stack.ts");
    await editor.page.locator(".squiggly-warning").first().waitFor();
    await editor.goTo(program, "$note.text", 2);
    const preview = await editor.openPreview();
    await preview.locator(".output .key", { hasText: "author" }).waitFor();
    expect(await preview.locator("#facts").textContent()).toContain("events PutEvents");
  });
});

/** What axe finds in a page, as `rule: element`. */
async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  const { violations: found } = await frame.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
