import type { DefinitionFile, ProjectReader } from "@apigw-vtl/definitions";
import { InputError } from "../../failure.js";
import { errorCode, type InputReader, reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import { readNamed } from "../../io/read-named.js";
import { definitionIn } from "./find-definition.js";

/** The path of what comes from stdin, without the extension that its text asks for. */
export const STDIN = "<stdin>";

/**
 * The file of an API; when `path` is a folder those of the Terraform module, or the definition that stands there; `-` is
 * stdin. Throws an `InputError`, or a `UsageError` where a folder has no definition or several.
 */
export async function readApiFiles(
  path: string,
  reader: ProjectReader,
  inputs: InputReader,
  io: Io,
): Promise<readonly DefinitionFile[]> {
  if (path === "-") {
    const { text } = await inputs.read(path);
    return [{ path: `${STDIN}.${/^\s*resource\s*"/m.test(text) ? "tf" : "yaml"}`, text }];
  }
  const names = await terraformFilesIn(path, io);
  if (names === undefined) return [{ path, text: await readNamed(path, reader, io) }];
  if (names.length === 0) return readApiFiles(await definitionIn(path, io, reader), reader, inputs, io);
  const paths = names.toSorted().map((name) => `${path.replace(/\/+$/, "")}/${name}`);
  return Promise.all(paths.map(async (file) => ({ path: file, text: await readNamed(file, reader, io) })));
}

/** Undefined when the path is no folder. */
async function terraformFilesIn(path: string, io: Io): Promise<string[] | undefined> {
  try {
    const entries = await io.readFolder(path);
    return entries.filter(({ name, kind }) => kind === "file" && name.endsWith(".tf")).map(({ name }) => name);
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOTDIR" || code === "ENOENT") return undefined;
    throw new InputError(`cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
}
