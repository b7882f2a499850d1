import type { ReportFormat } from "./format.js";
import { github } from "./github.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { pretty } from "./pretty.js";
import { tap } from "./tap.js";

/** Every format by its name, the default first. */
export const FORMATS: ReadonlyMap<string, ReportFormat> = new Map([
  ["pretty", pretty],
  ["json", json],
  ["junit", junit],
  ["github", github],
  ["tap", tap],
]);

/** Those that are lines of text, to which other text may be added. */
export const TEXT_FORMATS: ReadonlySet<string> = new Set(["pretty", "github"]);
