import { watch } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Io } from "./io.js";

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The real world. */
export function nodeIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    readStdin,
    readFile: (path) => readFile(path),
    writeFile: (path, data) => writeFile(path, data),
    // The folder is watched, not the file: editors save by renaming a new file over the old one,
    // which leaves a watch on the file itself at the dead inode.
    watch: (path, onChange) => {
      const name = basename(path);
      return watch(dirname(path), (_event, changed) => {
        if (changed === null || changed === name) onChange();
      });
    },
    onInterrupt: (handler) => {
      process.once("SIGINT", handler);
      return { close: () => process.removeListener("SIGINT", handler) };
    },
    now: () => performance.now(),
  };
}
