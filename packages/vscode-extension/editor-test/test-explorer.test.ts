import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { booksFiles } from "./books.js";
import { type EditorSession, startSession } from "./editor-session.js";
import { editorProgram } from "./host-folder.js";

const program = editorProgram();
const SAM = "books/template.yaml";
const TESTS = "books/template.test.yaml";
const EXPECTED = "books/template.get-books-id-request.expected.json";

/** Cases by route, and one that goes through the API. */
const CASES = `cases:
  - name: keeps the title
    template: POST /books request
    event: { body: { title: Emma } }
    expect: { subset: { Item: { title: { S: Emma } } } }
  - name: tells the capacity
    template: POST /books response 201
    event: { body: { ConsumedCapacity: { CapacityUnits: 2.5 } } }
    expect:
      output: |
        { "consumed": 2.5 }
  - name: stores a book
    request: { line: POST /books, headers: { Content-Type: application/json }, body: { title: Emma } }
    respond: { status: 200, body: { ConsumedCapacity: { CapacityUnits: 1 } } }
    expect: { status: 201, json: { consumed: 1 } }
`;

describe.skipIf(program === undefined)("the Test Explorer", () => {
  let session: EditorSession;
  let editor: EditorSession["editor"];
  const row = (text: string | RegExp) =>
    editor.page.locator(".test-explorer .monaco-list-row", { hasText: text }).first();
  const icon = (text: string | RegExp, outcome: "passed" | "failed") =>
    row(text).locator(`.codicon-testing-${outcome}-icon`);
  /** The list is drawn anew while tests are found and results come in, and may lose a click. */
  const unfold = (text: string, wanted = true) =>
    expect
      .poll(async () => {
        const isUnfolded = async () => (await row(text).getAttribute("aria-expanded")) === String(wanted);
        if (!(await isUnfolded())) await row(text).locator(".monaco-tl-twistie").click();
        return isUnfolded();
      })
      .toBe(true);

  beforeAll(async () => {
    session = await startSession(program ?? "");
    editor = session.editor;
    for (const [path, text] of Object.entries(booksFiles)) session.project.write(path, text);
    session.project.write(TESTS, CASES);
    session.project.write(EXPECTED, '{ "Key": { "pk": { "S": "BOOK#b-7" } } }\n');
  }, 180_000);
  afterAll(() => session?.close());

  it("has the three templates of a SAM file, with their cases and samples, and runs them", async () => {
    await editor.open(SAM);
    await editor.goTo(session.project.read(SAM), '"consumed"');
    await editor.statusBar("VTL").waitFor();
    await editor.run("Testing: Focus on Test Explorer View");
    await row("books/template.yaml").waitFor();
    await editor.run("Test: Run All Tests");
    await icon("books/template.yaml", "passed").waitFor();
    await unfold("books/template.yaml");
    for (const name of [
      "POST /books request",
      "POST /books response 201",
      "GET /books/{id} request",
      "stores a book",
    ]) {
      await icon(name, "passed").waitFor();
    }
    await unfold("GET /books/{id} request");
    await icon(/^template.get-books-id-request/, "passed").waitFor();
    await editor.screenshot("test-explorer-sam");
  });

  it("has the arrow that runs a template at its first line", async () => {
    const { page } = editor;
    await editor.open(SAM);
    await editor.goTo(session.project.read(SAM), '{ "Key"');
    const line = await editor.line('{ "Key"').boundingBox();
    const arrows = page.locator(".glyph-margin-widgets .testing-run-glyph");
    await expect
      .poll(async () => {
        const boxes = await Promise.all((await arrows.all()).map((arrow) => arrow.boundingBox()));
        return boxes.some((box) => box !== null && line !== null && Math.abs(box.y - line.y) < line.height / 2);
      })
      .toBe(true);
  });

  it("shows a failure at the line of the SAM file that printed it, and makes what came out the expected output", async () => {
    const { page } = editor;
    session.project.write(TESTS, CASES.replace('{ "consumed": 2.5 }', '{ "consumed": 7 }'));
    await icon("books/template.yaml", "passed").waitFor();
    await editor.run("Test: Run All Tests");
    await icon("books/template.yaml", "failed").waitFor();
    await unfold("POST /books response 201");
    await row("tells the capacity").click();
    const peek = page.locator(".test-output-peek", { hasText: "The output is not what is expected" });
    await peek.locator(".editor.original .view-line", { hasText: "7" }).waitFor();
    await peek.locator(".editor.modified .view-line", { hasText: "2.5" }).waitFor();
    expect(await editor.cursor()).toMatch(/^Ln 47, /);
    await page.locator(".test-error-content-widget", { hasText: "2.5" }).waitFor();
    await editor.screenshot("test-failure-in-sam");
    await peek.getByText("Make This the Expected Output").click();
    await expect.poll(() => session.project.read(TESTS)).toBe(CASES);
    await icon("books/template.yaml", "passed").waitFor();
  });

  it("shows in the gutter what the tests reach", async () => {
    const { page } = editor;
    await editor.open(SAM);
    await editor.goTo(session.project.read(SAM), "#foreach($tag");
    await editor.run("Test: Run All Tests with Coverage");
    await page.locator(".coverage-deco-gutter.coverage-deco-hit").first().waitFor();
    await editor.screenshot("test-coverage");
    await page.locator("[class*=test-coverage-list-item]", { hasText: "template.yaml" }).first().waitFor();
    await editor.screenshot("test-coverage");
  });

  it("adds what the preview shows as a case, and the request that breaks the template", async () => {
    await editor.run("View: Close All Editors");
    const note = "templates/note/template.vtl";
    const tests = "templates/note/template.vtl.test.yaml";
    await editor.open(note);
    const preview = await editor.openPreview();
    await preview.locator("#sample").selectOption({ label: "event-2" });
    await preview.locator(".output .string", { hasText: "Coffee" }).waitFor();
    await preview.locator("#add-case").click();
    await expect.poll(() => safely(() => session.project.read(tests))).toContain("- name: event-2\n");
    expect(session.project.read(tests)).toContain("event: event-2.json");
    await preview.locator("#breaking").click();
    await preview.locator("ul.problems").waitFor();
    await preview.locator("#add-case").click();
    await expect.poll(() => session.project.read(tests)).toContain('- name: "withstands a hostile request');
    await editor.screenshot("case-added");
    await editor.run("Testing: Focus on Test Explorer View");
    // Only what has room in the list is there.
    await unfold("books/template.yaml", false);
    await unfold("note/template.vtl");
    await row("withstands").waitFor();
    await editor.run("Test: Run All Tests");
    await icon("withstands", "failed").waitFor();
    await icon(/^event-2/, "passed").waitFor();
    await editor.screenshot("case-of-breaking-request");
  });
});

/** What is not there yet is nothing. */
function safely(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
