import { HOST_EXTENSIONS } from "@apigw-vtl/definitions";
import type { LspHost } from "../host/lsp-host.js";

/** In a folder with more, nobody waits for the rest. */
const MOST_FOLDERS = 2_000;
const MOST_FILES = 2_000;

/** Folders of what tools install and make. */
export const NO_SOURCES: ReadonlySet<string> = new Set([
  "node_modules",
  "dist",
  "build",
  "out",
  "target",
  "venv",
  "__pycache__",
]);

/** The files below some folders that may hold templates, as URIs. */
export async function projectFiles(host: LspHost, folders: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  const pending = [...folders];
  for (let visited = 0; pending.length > 0 && visited < MOST_FOLDERS && files.length < MOST_FILES; visited++) {
    const folder = pending.shift()?.replace(/\/$/, "") ?? "";
    for (const entry of await host.listFolder(folder)) {
      const uri = `${folder}/${encodeURIComponent(entry.name)}`;
      if (!entry.folder) {
        if (mayHold(entry.name)) files.push(uri);
      } else if (!NO_SOURCES.has(entry.name) && !entry.name.startsWith(".")) pending.push(uri);
    }
  }
  return files;
}

function mayHold(name: string): boolean {
  return HOST_EXTENSIONS.includes(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}
