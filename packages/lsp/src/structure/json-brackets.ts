import type { Block, Node, Range } from "@apigw-vtl/compiler";
import { childrenOf } from "@apigw-vtl/compiler";
import type { ReadTemplate } from "../documents/template-reading.js";

/** The brackets of the printed JSON that open and close in the same block, outer ones first. */
export function jsonBrackets(view: ReadTemplate): readonly Range[] {
  return view.derive(findBrackets);
}

function findBrackets(view: ReadTemplate): readonly Range[] {
  const ranges: Range[] = [];
  const pending: Node[] = [view.tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "Block") ranges.push(...bracketsOf(node, view.source));
    // The inside of a string literal is no part of the document.
    if (node.type !== "StringLiteral") pending.push(...childrenOf(node));
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

const CLOSING: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

/** What is printed between the texts of a block, by references and inner blocks, is taken to be balanced. */
function bracketsOf(block: Block, source: string): readonly Range[] {
  const ranges: Range[] = [];
  const open: { readonly at: number; readonly closing: string }[] = [];
  let inString = false;
  for (const { type, range } of block.statements) {
    if (type !== "Text") continue;
    for (let at = range.start; at < range.end; at++) {
      const character = source[at] ?? "";
      if (character === '"' && source[at - 1] !== "\\") inString = !inString;
      else if (inString) {
        // A line break in a string is a mistake of somebody who is typing: do not lose all that follows.
        if (character === "\n") inString = false;
      } else if (character in CLOSING) open.push({ at, closing: CLOSING[character] ?? "" });
      else if (open.at(-1)?.closing === character) ranges.push({ start: open.pop()?.at ?? at, end: at + 1 });
    }
  }
  return ranges;
}
