import type { Session } from "../session.js";
import { writeFile } from "./write-file.js";

/** Writes to a file, as `writeFile`, or to stdout when the path is missing or `-`. */
export async function writeOutput(session: Session, path: string | undefined, data: Uint8Array): Promise<void> {
  if (path === undefined || path === "-") session.io.stdout.write(data);
  else await writeFile(session, { path, data });
}
