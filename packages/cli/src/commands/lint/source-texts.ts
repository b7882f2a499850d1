import { ProjectReader, textOrNothing } from "@apigw-vtl/definitions/files";
import type { Io } from "../../io/io.js";
import type { FileEdit } from "../../io/write-files.js";
import type { SelectedProject } from "../../project/select-project.js";

/** The texts of files with findings, as they were checked: threads and the cache hand over the findings alone. */
export function sourceTexts(
  { texts, scope }: SelectedProject,
  fixed: readonly FileEdit[],
  io: Io,
): (path: string) => Promise<string | undefined> {
  const reader = new ProjectReader(io.fileAccess, scope);
  const known = new Map([...texts, ...fixed.map(({ path, after }) => [path, after] as const)]);
  return async (path) => known.get(path) ?? textOrNothing(await reader.read(path));
}
