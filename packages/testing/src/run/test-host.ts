import { type DialectName, LineIndex } from "@apigw-vtl/compiler";
import type { FileText, TemplateHost } from "@apigw-vtl/definitions";

/** What running tests needs of where it runs. Paths use `/`. */
export interface TestHost extends TemplateHost {
  readonly readFile: (path: string) => Promise<FileText>;
  readonly listFolder: (folder: string) => Promise<readonly string[]>;
  /** Whether what templates do is counted, for coverage. */
  readonly counts?: boolean;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
  /** The dialect of a file's templates; by default the service's. */
  readonly dialectOf?: (path: string) => Promise<DialectName>;
}

/** A test cannot be run: a file is missing, an address means nothing. The message is for the user. */
export class BrokenCase extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** A file that a test names cannot be used, from an offset of its text on. */
export function brokenFile(path: string, text: string, offset: number, message: string, hint?: string): BrokenCase {
  const { line, column } = new LineIndex(text).position(offset);
  return new BrokenCase(`${path}:${line}:${column}: ${message}`, hint);
}

/** The text of a file that a test names. Rejects with a `BrokenCase`. */
export async function readNamedFile(path: string, host: TestHost): Promise<string> {
  const text = await host.readFile(path);
  if (typeof text === "string") return text;
  throw new BrokenCase(text === undefined ? `${path} does not exist` : text.message);
}
