import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EditorSession, startSession } from "./editor-session.js";
import { editorProgram } from "./host-folder.js";

const program = editorProgram();
const NOTE = "templates/note/template.vtl";
const SAM = "template.yaml";

describe.skipIf(program === undefined)("a command in VS Code", () => {
  let session: EditorSession;
  let editor: EditorSession["editor"];
  let note: string;
  let sam: string;

  beforeAll(async () => {
    session = await startSession(program ?? "");
    editor = session.editor;
    note = session.project.read(NOTE);
    sam = session.project.read(SAM);
  }, 180_000);
  afterAll(() => session?.close());
  afterEach(async () => {
    await editor.closeAll();
    session.project.write(NOTE, note);
    session.project.write(SAM, sam);
  });

  it("goes to the template of a route, with no template open before", async () => {
    await editor.run("VTL: Go to the Template of a Route");
    await editor.choose("GET /orders/{id} response");
    await editor.page.locator(".tab.active", { hasText: "template.yaml" }).waitFor();
    await editor.line("$item.pk.S").waitFor();
  });

  it("lists what is wrong in files that are not open", async () => {
    await editor.run("VTL: Check All Templates of the Workspace");
    await editor.page.locator(".notification-toast", { hasText: "findings in 6 files" }).waitFor();
    const files = editor.page.locator(
      ".markers-panel .monaco-list-row .resource-label-container, .markers-panel .label-name",
    );
    await expect.poll(() => files.allTextContents()).toEqual(expect.arrayContaining(["template.yaml", "stack.ts"]));
    await editor.run("Notifications: Clear All Notifications");
    await editor.run("View: Toggle Panel");
  });

  it("makes a sample of what the template reads, and overwrites none", async () => {
    const before = session.project.read("templates/note/event.json");
    await editor.open(NOTE);
    await editor.run("VTL: New Sample");
    const made = join(session.project.folder, "templates/note");
    await editor.page.locator(".tab.active:not([aria-label*='template.vtl'])").waitFor();
    const name = (await editor.page.locator(".tab.active .label-name").textContent()) ?? "";
    expect(name).toMatch(/\.json$/);
    await expect.poll(() => existsSync(join(made, name))).toBe(true);
    const sample: { readonly body: object } = JSON.parse(readFileSync(join(made, name), "utf8"));
    expect(sample.body).toHaveProperty("note.author");
    expect(session.project.read("templates/note/event.json")).toBe(before);
  });

  it("shows the JavaScript that a template becomes", async () => {
    await editor.open(NOTE);
    await editor.run("VTL: Show Compiled JavaScript");
    await editor.page.locator(".tab", { hasText: "template.vtl.js" }).waitFor();
    await editor.line("never read").waitFor();
    const compiled = editor.page.locator(".editor-group-container").nth(1);
    await compiled.locator(".view-line", { hasText: "function" }).first().waitFor();
  });

  it("formats a template inside of another file, and nothing around it", async () => {
    const narrow = sam.replace('"Key": { "pk": { "S": "ORDER#$id" } },', '"Key":{"pk":{"S":"ORDER#$id"}},');
    session.project.write(SAM, narrow);
    await editor.open(SAM);
    await editor.goTo(narrow, '"ConsistentRead"');
    await editor.run("VTL: Format Template");
    await expect.poll(() => session.project.read(SAM)).toBe(sam);
  });

  it("formats the lines that are selected in a template", async () => {
    const loose = '{\n"a":1,\n"b":2\n}\n';
    session.project.write(NOTE, loose);
    await editor.open(NOTE);
    await editor.goTo(loose, '"b"');
    await editor.press("Shift+End");
    await editor.statusBar("(5 selected)").waitFor();
    await editor.run("Format Selection");
    await expect.poll(() => session.project.read(NOTE)).toBe('{\n"a":1,\n  "b": 2\n}\n');
  });

  it("renders with the sample that a click above the template asks for", async () => {
    await editor.open(NOTE);
    await editor.lens("Render with sample").click();
    await editor.pick("event-2");
    await editor.preview().locator(".output .string", { hasText: "Coffee" }).waitFor();
  });

  it("shows the request that breaks a template with a click on what is said of its proof", async () => {
    await editor.open(NOTE);
    await editor.lens("A request breaks the output").click();
    const chosen = editor.preview().locator("#sample option:checked", { hasText: "a request that breaks it" });
    await chosen.waitFor({ state: "attached" });
    await editor.preview().locator("ul.problems").waitFor();
  });

  it("lists the places that use a block with a click on their number", async () => {
    session.project.write(NOTE, '#define($name)"x"#end\n{"a": $name,\n"b": $name}\n');
    await editor.open(NOTE);
    await editor.lens("2 references").click();
    const rows = editor.page.locator(".reference-zone-widget .monaco-list-row .referenceMatch");
    await expect.poll(() => rows.count()).toBe(2);
    await editor.press("Escape");
  });

  it("restarts the server, which then goes on", async () => {
    await editor.open(NOTE);
    await editor.statusBar("VTL").waitFor();
    await editor.run("VTL: Restart Language Server");
    await editor.statusBar("has been restarted").waitFor();
    const preview = await editor.openPreview();
    await preview.locator(".output .key", { hasText: "author" }).waitFor();
  });
});
