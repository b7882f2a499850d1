import { isHostName } from "@apigw-vtl/definitions/files";
import type { Io } from "../io/io.js";
import { digestOf } from "./digest.js";

/** Folders are named with a slash at their end, but for the one where the program runs, whose name is empty. */
export const isFolder = (path: string): boolean => path === "" || path.endsWith("/");

/**
 * Tells whether folders, or files that may hold templates, came into a folder or went; `undefined` if it cannot be read. Others
 * come and go for themselves: the cache is one.
 */
export async function digestOfFolder(path: string, io: Io): Promise<string | undefined> {
  try {
    const entries = await io.readFolder(path === "" ? "." : path);
    const names = entries.flatMap(({ name, kind }) =>
      kind === "folder" || isHostName(name) ? [`${kind} ${name}`] : [],
    );
    return digestOf(names.toSorted().join("\n"));
  } catch {
    return undefined;
  }
}
