import type { Palette } from "../../../terminal/palette.js";
import type { FileReport } from "../file-lint.js";

/** Writes reports as a document, which ends in a line feed unless it is empty. Files without findings are among them. */
export type ReportFormat = (reports: readonly FileReport[], palette: Palette) => string;
