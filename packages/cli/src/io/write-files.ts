import { ExitCode, worse } from "../exit-code.js";
import { InputError } from "../failure.js";
import type { Session } from "../session.js";
import { encodeUtf8 } from "./encoding.js";
import { FileChangedError } from "./file-changed.js";
import { type FileWrite, writeFile } from "./write-file.js";

/** A file's new text, and the one that it was computed from. */
export interface FileEdit {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What became of files to write. */
interface WrittenFiles {
  /** Paths of those that were written. */
  readonly written: readonly string[];
  readonly exit: ExitCode;
}

export function writeOf({ path, before, after }: FileEdit): FileWrite {
  return { path, data: encodeUtf8(after), expected: encodeUtf8(before) };
}

/**
 * Writes files, each whole or not at all, and makes the folders of new ones. A file that does not hold any more what is
 * expected stays as it is, and so does one that cannot be written; both are reported, and the others are written all
 * the same.
 */
export async function writeFiles(files: Iterable<FileWrite>, session: Session): Promise<WrittenFiles> {
  const { reporter } = session;
  const written: string[] = [];
  let exit: ExitCode = ExitCode.ok;
  for (const file of files) {
    const { path } = file;
    try {
      await writeFile(session, file);
      written.push(path);
    } catch (error) {
      const changed = error instanceof FileChangedError;
      if (!changed && !(error instanceof InputError)) throw error;
      exit = worse(exit, changed ? ExitCode.failed : ExitCode.usage);
      reporter.problem({
        severity: "error",
        ...(changed
          ? {
              message: `${path} has changed meanwhile and is left as it is`,
              hint: "run the command again: it starts from what is there now",
            }
          : { message: error.message, hint: error.hint }),
      });
    }
  }
  return { written, exit };
}
