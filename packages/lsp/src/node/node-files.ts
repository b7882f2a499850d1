import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { FileAccess, FileEntry } from "@apigw-vtl/definitions";

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/** What is read goes through here and is copied: most files are small, and a buffer of this size for each takes longer. */
const chunk = Buffer.allocUnsafeSlow(65_536);

/** The files of this machine. Everything is done at once: through Node's pool of threads a small file takes ten times as long. */
export const nodeFiles: FileAccess = {
  absolute: (path) => slashed(resolve(path)),
  inspect: async (path) => inspect(path),
  read: async (realPath, limit) => readRegularFile(realPath, limit),
};

/**
 * Where a path leads when all links are followed, whether or not something is there: what is written to it is written
 * there. Throws Node's error for links that lead to themselves.
 */
export function leadsTo(path: string): string {
  let current = resolve(path);
  let missing = "";
  for (let links = 0; links < MOST_LINKS; ) {
    try {
      return join(realpathSync.native(current), missing);
    } catch (error) {
      if (!isAbsence(error)) throw error;
    }
    if (lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink()) {
      current = resolve(dirname(current), readlinkSync(current));
      links++;
    } else {
      missing = join(basename(current), missing);
      current = dirname(current);
    }
  }
  return join(current, missing);
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

function inspect(path: string): FileEntry {
  try {
    const realPath = leadsTo(path);
    const stats = statSync(realPath, { throwIfNoEntry: false });
    const kind = stats?.isFile() ? "file" : stats?.isDirectory() ? "folder" : stats ? "other" : "nothing";
    return { realPath: slashed(realPath), kind, size: stats?.size ?? 0 };
  } catch {
    // A part of the path is a file, or may not be looked at.
    return { realPath: slashed(resolve(path)), kind: "nothing", size: 0 };
  }
}

/** Opened without waiting, since a pipe would keep whoever opens it, and looked at again, since it may be another by now. */
function readRegularFile(path: string, limit: number): Uint8Array {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no file`);
    const chunks: Buffer[] = [];
    for (let length = 0; length < limit; ) {
      const read = readSync(file, chunk, 0, Math.min(chunk.length, limit - length), null);
      if (read === 0) break;
      chunks.push(Buffer.from(chunk.subarray(0, read)));
      length += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

const slashed = (path: string): string => (sep === "/" ? path : path.split(sep).join("/"));
