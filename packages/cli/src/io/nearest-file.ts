import { posix } from "node:path";
import { distance } from "fastest-levenshtein";
import type { Io } from "./io.js";

/** What to say besides of a file that is not there: the one beside it whose name is almost the same, if there is one. */
export async function nearMiss(path: string, io: Io): Promise<{ readonly hint?: string }> {
  const nearest = await nearestFile(path, io);
  return nearest === undefined ? {} : { hint: `there is ${nearest}` };
}

async function nearestFile(path: string, io: Io): Promise<string | undefined> {
  const folder = posix.dirname(path);
  const name = posix.basename(path);
  const entries = await io.readFolder(folder).catch(() => []);
  const mostEdits = Math.max(1, Math.floor(name.length / 4));
  const near = entries
    .filter(({ kind }) => kind === "file")
    .map((entry) => ({ name: entry.name, edits: distance(name.toLowerCase(), entry.name.toLowerCase()) }))
    .filter(({ edits }) => edits <= mostEdits)
    .sort((one, other) => one.edits - other.edits || (one.name < other.name ? -1 : 1))[0];
  return near && posix.join(folder, near.name);
}
