import { basename, dirname, relative, sep } from "node:path";

/** The text of a module that says that its source map is beside it. */
export function withMapLink(code: string, output: string): string {
  return `${code.replace(/\n*$/, "\n")}//# sourceMappingURL=${encodeURIComponent(basename(output))}.map\n`;
}

/** From a file to another one, with slashes, as source maps and imports have it. */
export function relativePath(from: string, to: string): string {
  return relative(dirname(from), to).split(sep).join("/");
}
