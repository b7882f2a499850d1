import type { Palette } from "../../../terminal/palette.js";
import type { FileReport } from "../file-lint.js";

/** What a format may use besides the reports. */
export interface FormatContext {
  readonly palette: Palette;
  /** The width of the terminal; absent if it is none. */
  readonly columns: number | undefined;
  /** The text of a file with findings; `undefined` if it is not there any more. */
  readonly textOf: (path: string) => Promise<string | undefined>;
  /** A path for tools that look at the whole repository: relative to its root, or absolute if it is not in there. */
  readonly inRepository: (path: string) => string;
  /** A page that is published with the program, by its name among the assets. */
  readonly readPage: (asset: string) => Promise<string>;
  /** Whether suppressed findings are to be told where the format has a mark for them and leaves them out otherwise. */
  readonly withSuppressed: boolean;
}

/** Writes reports as a document, which ends in a line feed unless it is empty. Files without findings are among them. */
export type ReportFormat = (reports: readonly FileReport[], context: FormatContext) => string | Promise<string>;
