import type { Doc } from "./doc.js";

/** The white space that stands before something. */
export type Gap = "none" | "blank" | "line" | "empty-line";

/** A part of a block that prints JSON, in the order of the text. */
export type JsonItem = JsonPart & { readonly gap: Gap };

export type JsonPart =
  | { readonly kind: "open"; readonly text: string }
  | { readonly kind: "close"; readonly text: string }
  | { readonly kind: "comma" | "colon" }
  /** A string, word or reference, with whatever touches it. `bare`: what is printed may run together with a neighbour. */
  | { readonly kind: "atom"; readonly doc: Doc; readonly bare: boolean }
  | { readonly kind: "comment"; readonly doc: Doc; readonly endsLine: boolean }
  /** `#set` and other directives that print nothing by themselves, and are left as they are but for their header. */
  | { readonly kind: "leaf"; readonly doc: Doc }
  | BlockItem;

/** `#if` or `#foreach` with what is inside. */
export interface BlockItem {
  readonly kind: "block";
  readonly sections: readonly { readonly header: Doc; readonly body: JsonItems }[];
  readonly end: string;
  /** Written on one line. */
  readonly inline: boolean;
}

export interface JsonItems {
  readonly items: readonly JsonItem[];
  /** Before the end. */
  readonly endGap: Gap;
}

export function gapOf(whiteSpace: string): Gap {
  const lines = whiteSpace.split(/\r\n?|\n/).length - 1;
  if (lines > 1) return "empty-line";
  return lines === 1 ? "line" : whiteSpace === "" ? "none" : "blank";
}
