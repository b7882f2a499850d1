import { type builders, printer } from "prettier/doc";

/** What prettier's printer prints: text, and where it may be broken. */
export type Doc = builders.Doc;

/** On one line, but for breaks that the author made. */
export function printFlat(doc: Doc): string {
  return printer.printDocToString(doc, { printWidth: Number.POSITIVE_INFINITY, tabWidth: 2 }).formatted;
}
