import type { DefinitionFile } from "@apigw-vtl/definitions";
import { InputError } from "../../failure.js";
import { errorCode, InputReader, reasonOf } from "../../io/input-reader.js";
import type { Io } from "../../io/io.js";

/** The file of an API, or those of a Terraform module when `path` is a folder. Throws an `InputError`. */
export async function readApiFiles(path: string, io: Io): Promise<readonly DefinitionFile[]> {
  const reader = new InputReader(io);
  const names = await terraformFilesIn(path, io);
  if (names === undefined) return [{ path, text: (await reader.read(path)).text }];
  if (names.length === 0) {
    throw new InputError(`${path} is a folder without Terraform files`, {
      hint: "name the file that declares the API",
    });
  }
  const paths = names.toSorted().map((name) => `${path.replace(/\/+$/, "")}/${name}`);
  return Promise.all(paths.map(async (file) => ({ path: file, text: (await reader.read(file)).text })));
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
