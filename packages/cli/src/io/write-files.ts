import { dirname } from "node:path";
import { ExitCode, worse } from "../exit-code.js";
import { InputError } from "../failure.js";
import { permitWrite } from "../files/permit-write.js";
import type { Session } from "../session.js";
import { encodeUtf8 } from "./encoding.js";
import { type ExpectedContent, FileChangedError } from "./file-changed.js";
import { reasonOf } from "./input-reader.js";

/** A file to write, and what it has to hold for that; without `expected`, whatever is there is replaced. */
export interface FileWrite {
  readonly path: string;
  readonly data: Uint8Array;
  readonly expected?: ExpectedContent;
}

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
  const { io, reporter } = session;
  const written: string[] = [];
  let exit: ExitCode = ExitCode.ok;
  for (const { path, data, expected } of files) {
    try {
      await permitWrite(path, session);
      if (!(expected instanceof Uint8Array)) await io.makeFolder(dirname(path));
      await io.writeFile(path, data, expected);
      written.push(path);
    } catch (error) {
      const changed = error instanceof FileChangedError;
      exit = worse(exit, changed ? ExitCode.failed : ExitCode.usage);
      reporter.problem({
        severity: "error",
        ...(changed
          ? {
              message: `${path} has changed meanwhile and is left as it is`,
              hint: "run the command again: it starts from what is there now",
            }
          : error instanceof InputError
            ? { message: error.message, hint: error.hint }
            : { message: cannotWrite(path, error) }),
      });
    }
  }
  return { written, exit };
}

export function cannotWrite(path: string, error: unknown): string {
  return `cannot write ${path}: ${reasonOf(error)}`;
}
