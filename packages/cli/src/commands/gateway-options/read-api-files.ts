import type { DefinitionFile, ProjectReader } from "@apigw-vtl/definitions";
import { InputError } from "../../failure.js";
import { errorCode, type InputReader, reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";
import { readNamed } from "../../io/read-named.js";

/** The path of what comes from stdin, without the extension that its text asks for. */
export const STDIN = "<stdin>";

/** The file of an API, or those of a Terraform module when `path` is a folder; `-` is stdin. Throws an `InputError`. */
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
  if (names.length === 0) {
    throw new InputError(`${path} is a folder without Terraform files`, {
      hint: "name the file that declares the API",
    });
  }
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
