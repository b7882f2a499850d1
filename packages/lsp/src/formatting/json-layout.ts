import type { Template } from "@apigw-vtl/compiler";
import { builders } from "prettier/doc";
import { lineEndOf, printDoc } from "./doc.js";
import { jsonDoc } from "./json-doc.js";
import { MixedQuotes } from "./json-quotes.js";
import type { LayoutOptions } from "./layout.js";
import { readJsonItems } from "./read-json-items.js";

/** Lays out a template that prints JSON; `undefined` if its ways do not agree on what is in a string. */
export function layOutJson(source: string, tree: Template, options: LayoutOptions): string | undefined {
  try {
    const items = readJsonItems(tree.body, source);
    const { lead, margin, trail } = options.keepsMargin ? marginOf(source) : plainMargin(source);
    return lead + printDoc(builders.align(margin, jsonDoc(items)), options, lineEndOf(source)) + trail;
  } catch (error) {
    if (error instanceof MixedQuotes) return undefined;
    throw error;
  }
}

interface Margin {
  readonly lead: string;
  /** Before each line but the first. */
  readonly margin: string;
  readonly trail: string;
}

/** A file of its own starts at the left, and ends its last line if it did. */
function plainMargin(source: string): Margin {
  return { lead: "", margin: "", trail: /[\r\n]\s*$/.test(source) ? lineEndOf(source) : "" };
}

/** What is indented with the program around it stays so. */
function marginOf(source: string): Margin {
  const lead = /^\s*/.exec(source)?.[0] ?? "";
  const margin = /[\r\n]/.test(lead) ? (/[^\r\n]*$/.exec(lead)?.[0] ?? "") : "";
  return { lead, margin, trail: /\s*$/.exec(source)?.[0] ?? "" };
}
