import { type builders, printer } from "prettier/doc";
import type { LayoutOptions } from "./layout.js";

/** What prettier's printer prints: text, and where it may be broken. */
export type Doc = builders.Doc;

/** Stands for a line end of the author's until all is printed: the printer would indent what follows it. */
const KEPT_LINE_END = "\ue020";

/** Text as it stands, its line ends and what follows them included. */
export function verbatim(text: string): Doc {
  return text.replaceAll("\n", KEPT_LINE_END);
}

/** `lineEnd`: of the lines that the layout makes. */
export function printDoc(doc: Doc, options: LayoutOptions, lineEnd: string): string {
  const { formatted } = printer.printDocToString(doc, {
    printWidth: options.printWidth,
    tabWidth: options.tabSize,
    useTabs: !options.insertSpaces,
  });
  return formatted.replaceAll("\n", lineEnd).replaceAll(KEPT_LINE_END, "\n");
}

/** On one line, but for breaks that the author made. */
export function printFlat(doc: Doc): string {
  const layout = { printWidth: Number.POSITIVE_INFINITY, tabSize: 2, insertSpaces: true, keepsMargin: false };
  return printDoc(doc, layout, "\n");
}

export function lineEndOf(source: string): "\r\n" | "\n" {
  return source.includes("\r\n") ? "\r\n" : "\n";
}
