/** The formatter by itself, for programs that are no editors. */
export { formatFound } from "./formatting/format-found.js";
export type { FormatOutcome } from "./formatting/format-template.js";
