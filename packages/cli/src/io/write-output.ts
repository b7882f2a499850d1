import { dirname } from "node:path";
import { InputError } from "../failure.js";
import { permitWrite } from "../files/permit-write.js";
import type { Session } from "../session.js";
import { cannotWrite } from "./write-files.js";

/** Writes to a file, or to stdout when the path is missing or `-`. */
export async function writeOutput(session: Session, path: string | undefined, data: Uint8Array): Promise<void> {
  if (path === undefined || path === "-") {
    session.io.stdout.write(data);
    return;
  }
  await permitWrite(path, session);
  try {
    await session.io.writeFile(path, data);
  } catch (cause) {
    throw new InputError(cannotWrite(path, cause), { cause });
  }
}

/** Writes a file, making the folders that it needs. */
export async function writeIntoFolder(session: Session, path: string, data: Uint8Array): Promise<void> {
  await permitWrite(path, session);
  try {
    await session.io.makeFolder(dirname(path));
    await session.io.writeFile(path, data);
  } catch (cause) {
    throw new InputError(cannotWrite(path, cause), { cause });
  }
}
