import { readdir } from "node:fs/promises";
import { setTimeout as later } from "node:timers";
import { fileURLToPath } from "node:url";
import { URI } from "vscode-uri";
import type { FolderEntry, LspHost } from "../host/lsp-host.js";
import { nodeFiles } from "./node-files.js";
import { grammarsIn } from "./node-grammars.js";

/** This machine: its files and its clock. `assets` is the folder with the grammars. */
export function nodeHost(assets: URL): LspHost {
  return {
    inspectFile: async (uri) => {
      const entry = await ifFile(uri, nodeFiles.inspect);
      if (entry === undefined) return { realPath: URI.parse(uri).path, kind: "nothing", size: 0 };
      return { ...entry, realPath: URI.file(entry.realPath).path };
    },
    readFile: (uri, limit) => nodeFiles.read(fileURLToPath(uri), limit),
    listFolder: async (uri) => (await ifFile(uri, readFolder)) ?? [],
    loadGrammar: grammarsIn(assets),
    clock: {
      now: () => performance.now(),
      after: (milliseconds, run) => {
        const timer = later(run, milliseconds);
        return { cancel: () => clearTimeout(timer) };
      },
    },
  };
}

async function readFolder(path: string): Promise<FolderEntry[]> {
  const entries = await readdir(path, { withFileTypes: true });
  // Links are not followed: they may lead back to where they stand.
  return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
}

/** What cannot be read is not there: a broken link, a folder without permission, another scheme than `file`. */
async function ifFile<Result>(uri: string, read: (path: string) => Promise<Result>): Promise<Result | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return await read(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}
