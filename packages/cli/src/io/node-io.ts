import { type Dirent, type FSWatcher, mkdirSync, readdirSync, readFileSync, statSync, watch } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, sep } from "node:path";
import { nodeFiles } from "@apigw-vtl/lsp/node-files";
import type { FolderEntry, Io } from "./io.js";
import { NodeWorker } from "./node-worker.js";
import { readNamedFile } from "./read-file.js";

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function kindOf(folder: string, entry: Dirent): FolderEntry["kind"] {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return "other";
  // Folders are not entered through links, which may lead back to where they stand.
  try {
    return statSync(join(folder, entry.name)).isFile() ? "file" : "other";
  } catch {
    return "other";
  }
}

/** A watch that breaks later, since its folder is gone, tells of no more changes; it must not end the process. */
function lasting(watcher: FSWatcher): FSWatcher {
  return watcher.on("error", () => {});
}

/** Ctrl-C, and how supervisors and containers ask a program to end. */
const INTERRUPTS = ["SIGINT", "SIGTERM"] as const;

/** The real world. Files are read at once: loading Node's promises of them takes longer than most runs read. */
export function nodeIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd().split(sep).join("/"),
    fileAccess: nodeFiles,
    readStdin,
    readFile: readNamedFile,
    // Few runs write files.
    writeFile: async (...file) => (await import("./replace-file.js")).replaceFile(...file),
    makeFolder: async (path) => {
      mkdirSync(path, { recursive: true });
    },
    readFolder: async (path) => {
      const entries = readdirSync(path, { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, kind: kindOf(path, entry) }));
    },
    // The program and its assets lie beside each other.
    readAsset: async (name) => readFileSync(new URL(name, import.meta.url)),
    parallelism: availableParallelism(),
    startWorker: (module, settings) => new NodeWorker(new URL(module, import.meta.url), settings),
    // The folder is watched, not the file: editors save by renaming a new file over the old one,
    // which leaves a watch on the file itself at the dead inode.
    watch: (path, onChange) => {
      const name = basename(path);
      return lasting(
        watch(dirname(path), (_event, changed) => {
          if (changed === null || changed === name) onChange();
        }),
      );
    },
    watchFolder: (path, onChange) => lasting(watch(path, (_event, name) => onChange(name ?? ""))),
    onInterrupt: (handler) => {
      for (const signal of INTERRUPTS) process.once(signal, handler);
      return {
        close: () => {
          for (const signal of INTERRUPTS) process.removeListener(signal, handler);
        },
      };
    },
    now: () => performance.now(),
  };
}
