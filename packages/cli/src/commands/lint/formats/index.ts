import { checkstyle } from "./checkstyle.js";
import type { ReportFormat } from "./format.js";
import { github } from "./github.js";
import { gitlab } from "./gitlab.js";
import { json } from "./json.js";
import { junit } from "./junit.js";
import { rdjson } from "./rdjson.js";
import { sarif } from "./sarif.js";
import { stylish } from "./stylish.js";
import { unix } from "./unix.js";

/** Every format by its name. */
export const FORMATS: ReadonlyMap<string, ReportFormat> = new Map([
  ["stylish", stylish],
  ["unix", unix],
  ["json", json],
  ["github", github],
  ["sarif", sarif],
  ["junit", junit],
  ["checkstyle", checkstyle],
  ["gitlab", gitlab],
  ["rdjson", rdjson],
]);

/** Those that are lines of text, to which other text may be added. */
export const TEXT_FORMATS: ReadonlySet<string> = new Set(["stylish", "unix", "github"]);
