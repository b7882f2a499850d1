import { isAbsolute, posix, sep } from "node:path";
import type { Io } from "../io/io.js";

/** A path with `/`, as findings, patterns and references have it on every system. */
export function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

export function absolutePath(path: string, { cwd }: Io): string {
  return isAbsolute(path) ? slashed(path) : posix.join(cwd, slashed(path));
}
