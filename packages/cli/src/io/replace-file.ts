import { createHash } from "node:crypto";
import { lstatSync, readFileSync, renameSync, type Stats, statSync } from "node:fs";
import { type FileHandle, open, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { leadsTo } from "@apigw-vtl/lsp/node-files";
import { type ExpectedContent, FileChangedError, isAsExpected } from "./file-changed.js";
import { errorCode } from "./input-reader.js";

/** A draft of this age belongs to a run that was killed. */
const ABANDONED_MS = 3_000;
const RETRY_MS = 20;

/**
 * Puts a file in the place of another, or makes it: whoever reads it, and whenever the process or the machine ends,
 * finds the old content or the new one and never a part. A symbolic link stays one, what it leads to is replaced; mode
 * and, where the system allows it, owner stay. Another hard link to the old content keeps the old content.
 *
 * With `expected` the file is replaced only if it holds that when the draft is ready; else a `FileChangedError`.
 * Other errors are Node's, with a `code`.
 */
export async function replaceFile(path: string, data: Uint8Array, expected?: ExpectedContent): Promise<void> {
  const target = leadsTo(path);
  const before = statOf(target);
  if (before !== undefined && !before.isFile()) {
    if (expected !== undefined) throw new FileChangedError(`${path} is no file any more`);
    // A device or a pipe has no content to lose; a folder cannot be written, and Node says so.
    return writeFile(target, data);
  }
  const draft = draftOf(target);
  const handle = await openDraft(draft, before === undefined ? 0o666 : 0o600);
  let own: Stats | undefined;
  try {
    try {
      own = await handle.stat();
      await handle.writeFile(data);
      if (before !== undefined) await keepAttributes(handle, before);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // From here to the end of the renaming nothing else runs in this process: others have microseconds.
    if (expected !== undefined && !isAsExpected(contentOf(path, target), expected)) {
      throw new FileChangedError(`${path} has changed`);
    }
    if (!isSame(own, statOf(draft))) throw new FileChangedError(`${path} is being written by another program`);
    renameSync(draft, target);
  } catch (error) {
    if (own !== undefined && isSame(own, statOf(draft))) await unlink(draft).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(target));
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

const isSame = (one: Stats, other: Stats | undefined): boolean => one.ino === other?.ino && one.dev === other.dev;

/**
 * Beside the file, since only within a file system renaming is one step, and of one name for each file: whoever writes
 * the same file waits, and what a killed run left goes with the next one. A name of its own would not fit everywhere.
 */
function draftOf(target: string): string {
  const digest = createHash("sha256").update(basename(target)).digest("hex").slice(0, 16);
  return join(dirname(target), `.vtl-${digest}.tmp`);
}

async function openDraft(draft: string, mode: number): Promise<FileHandle> {
  for (;;) {
    try {
      return await open(draft, "wx", mode);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
      const { mtimeMs } = lstatSync(draft, { throwIfNoEntry: false }) ?? {};
      if (mtimeMs !== undefined && Date.now() - mtimeMs > ABANDONED_MS) await unlink(draft).catch(() => {});
      else if (mtimeMs !== undefined) await delay(RETRY_MS);
    }
  }
}

/** A user who may not give files away gets the file; then nobody else may keep more rights by it than they had. */
async function keepAttributes(handle: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  const made = await handle.stat();
  let kept = mode & 0o7777;
  if (made.uid !== uid || made.gid !== gid) {
    await handle.chown(uid, gid).catch(() => {
      kept &= 0o1777;
      return handle.chown(-1, gid).catch(() => {});
    });
  }
  await handle.chmod(kept);
}

/** What the path leads to now; `undefined` if that is no file, or another one than before. */
function contentOf(path: string, target: string): Uint8Array | undefined {
  if (leadsTo(path) !== target || !statOf(target)?.isFile()) return undefined;
  return readFileSync(target);
}

/** So that the new name outlives a failure of power. Not every system can; the file is whole without it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // The old content is there then, or the new one.
  }
}
