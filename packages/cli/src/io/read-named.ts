import type { ProjectReader } from "@apigw-vtl/definitions";
import { InputError } from "../failure.js";
import type { Io } from "./io.js";
import { nearMiss } from "./nearest-file.js";

/** The text of a file of the project that the command line names. Throws an `InputError`. */
export async function readNamed(path: string, reader: ProjectReader, io: Io): Promise<string> {
  const text = await reader.read(path);
  if (typeof text === "string") return text;
  if (text !== undefined) throw new InputError(text.message);
  throw new InputError(`cannot read ${path}: no such file`, await nearMiss(path, io));
}
