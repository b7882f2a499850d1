import type { ReportFormat } from "./format.js";
import { json } from "./json.js";
import { stylish } from "./stylish.js";
import { unix } from "./unix.js";

/** Every format by its name. */
export const FORMATS: ReadonlyMap<string, ReportFormat> = new Map([
  ["stylish", stylish],
  ["unix", unix],
  ["json", json],
]);

/** Those that people read, to which other text may be added. */
export const TEXT_FORMATS: ReadonlySet<string> = new Set(["stylish", "unix"]);
