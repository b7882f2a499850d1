import type { Io } from "../io/io.js";
import { digestOf } from "./digest.js";

/** Tells whether files came into a folder or went; `undefined` if it cannot be read. */
export async function digestOfFolder(path: string, io: Io): Promise<string | undefined> {
  try {
    const names = (await io.readFolder(path)).map(({ name, kind }) => `${kind} ${name}`);
    return digestOf(names.toSorted().join("\n"));
  } catch {
    return undefined;
  }
}
