import { dirname } from "node:path";
import { InputError } from "../failure.js";
import { permitWrite } from "../files/permit-write.js";
import type { Session } from "../session.js";
import { type ExpectedContent, FileChangedError } from "./file-changed.js";
import { reasonOf } from "./input-reader.js";

/** A file to write, and what it has to hold for that; without `expected`, whatever is there is replaced. */
export interface FileWrite {
  readonly path: string;
  readonly data: Uint8Array;
  readonly expected?: ExpectedContent;
}

/**
 * Writes a file whole or not at all, and makes the folders of a new one. Throws a `FileChangedError` if it does not hold
 * what is expected, an `InputError` if it cannot be written.
 */
export async function writeFile(session: Session, { path, data, expected }: FileWrite): Promise<void> {
  const { io } = session;
  await permitWrite(path, session);
  try {
    if (!(expected instanceof Uint8Array)) await io.makeFolder(dirname(path));
    await io.writeFile(path, data, expected);
  } catch (cause) {
    if (cause instanceof FileChangedError) throw cause;
    throw new InputError(`cannot write ${path}: ${reasonOf(cause)}`, { cause });
  }
}
