import { posix } from "node:path";
import type { Io } from "../io/io.js";
import { absolutePath } from "./file-path.js";

/** The nearest folder around `place`, an absolute path, or itself, that has a `.git`. */
export async function repositoryRoot(place: string, io: Io): Promise<string | undefined> {
  for (let folder = place; ; folder = posix.dirname(folder)) {
    const entries = await io.readFolder(folder).catch(() => []);
    if (entries.some(({ name }) => name === ".git")) return folder;
    if (folder === posix.dirname(folder)) return undefined;
  }
}

/** A path from the root of the repository, or without one from the current folder; absolute if it is not in there. */
export function pathInRepository(path: string, root: string | undefined, io: Io): string {
  const absolute = absolutePath(path, io);
  const relative = posix.relative(root ?? io.cwd, absolute);
  return relative.startsWith("../") || posix.isAbsolute(relative) ? absolute : relative;
}
