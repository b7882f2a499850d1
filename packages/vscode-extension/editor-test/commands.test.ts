import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type EditorSession, startSession } from "./editor-session.js";
import { editorProgram } from "./host-folder.js";

const program = editorProgram();
const NOTE = "templates/note/template.vtl";

describe.skipIf(program === undefined)("a command in VS Code", () => {
  let session: EditorSession;
  let editor: EditorSession["editor"];

  beforeAll(async () => {
    session = await startSession(program ?? "");
    editor = session.editor;
  }, 180_000);
  afterAll(() => session?.close());
  afterEach(() => editor.closeAll());

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

  it("restarts the server, which then goes on", async () => {
    await editor.open(NOTE);
    await editor.statusBar("VTL").waitFor();
    await editor.run("VTL: Restart Language Server");
    await editor.statusBar("has been restarted").waitFor();
    const preview = await editor.openPreview();
    await preview.locator(".output .key", { hasText: "author" }).waitFor();
  });
});
