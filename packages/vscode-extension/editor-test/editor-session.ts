import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Editor } from "./editor.js";
import { startEditorServer } from "./editor-server.js";
import { createProject, type Project } from "./project.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** As `../shared/vscode-host` found them: a sandbox needs rights that a container lacks, the rest keeps it quiet. */
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.tips.enabled": false,
  "workbench.layoutControl.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  // What is typed is on disk soon, and closing an editor asks nothing.
  "files.autoSave": "afterDelay",
  "files.autoSaveDelay": 200,
  // Words of the file would hide what the extension offers, and that it offers nothing.
  "editor.wordBasedSuggestions": "off",
  "editor.minimap.enabled": false,
  "editor.renderLineHighlight": "none",
  "window.commandCenter": false,
};

export interface EditorSession {
  readonly editor: Editor;
  readonly project: Project;
  close(): Promise<void>;
}

/** Packs the extension, installs it in VS Code, and opens a project there in a browser. */
export async function startSession(
  program: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<EditorSession> {
  const folder = mkdtempSync(join(tmpdir(), "vtl-editor-"));
  const vsix = join(folder, "extension.vsix");
  execFileSync(process.execPath, [join(root, "scripts/package-extension.mjs"), vsix], { stdio: "pipe" });
  const server = await startEditorServer({ program, folder, vsix, settings: { ...SETTINGS, ...settings } });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", headless: true, args: CHROMIUM_FLAGS });
  const project = createProject(join(folder, "orders"));
  const close = async (): Promise<void> => {
    await browser.close();
    server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 } });
    // For what hangs; other stages may keep the machine busy.
    page.setDefaultTimeout(60_000);
    const editor = new Editor(page);
    await editor.openFolder(server.url, project.folder);
    return { editor, project, close };
  } catch (error) {
    await close();
    throw error;
  }
}
