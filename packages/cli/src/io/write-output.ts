import { dirname } from "node:path";
import { InputError } from "../failure.js";
import type { Io } from "./io.js";
import { cannotWrite } from "./write-files.js";

/** Writes to a file, or to stdout when the path is missing or `-`. */
export async function writeOutput(io: Io, path: string | undefined, data: Uint8Array): Promise<void> {
  if (path === undefined || path === "-") {
    io.stdout.write(data);
    return;
  }
  try {
    await io.writeFile(path, data);
  } catch (cause) {
    throw new InputError(cannotWrite(path, cause), { cause });
  }
}

/** Writes a file, making the folders that it needs. */
export async function writeIntoFolder(io: Io, path: string, data: Uint8Array): Promise<void> {
  try {
    await io.makeFolder(dirname(path));
    await io.writeFile(path, data);
  } catch (cause) {
    throw new InputError(cannotWrite(path, cause), { cause });
  }
}
