import { builders } from "prettier/doc";
import type { Doc } from "./doc.js";
import type { BlockItem, Gap, JsonItem, JsonItems } from "./json-item.js";

const { group, indent, line, softline, hardline } = builders;

/** An item, or a pair of brackets with what is inside. */
type Part =
  | JsonItem
  | {
      readonly kind: "pair";
      readonly gap: Gap;
      readonly open: string;
      readonly inside: readonly Part[];
      readonly close: string;
    };

/** Lays out the parts of a block one below the other. */
export function jsonDoc({ items }: JsonItems): Doc {
  return sequence(pairBrackets(items));
}

/** Joins brackets that open and close in the same block; others stay by themselves. */
function pairBrackets(items: readonly JsonItem[]): readonly Part[] {
  const stack: { readonly open: Extract<JsonItem, { kind: "open" }>; readonly outer: Part[] }[] = [];
  let parts: Part[] = [];
  for (const item of items) {
    if (item.kind === "open") {
      stack.push({ open: item, outer: parts });
      parts = [];
      continue;
    }
    const top = stack.at(-1);
    if (item.kind === "close" && top && (top.open.text === "{") === (item.text === "}")) {
      const { gap, text } = top.open;
      parts = [...top.outer, { kind: "pair", gap, open: text, inside: parts, close: item.text }];
      stack.pop();
    } else parts.push(item);
  }
  for (const { open, outer } of stack.reverse()) parts = [...outer, open, ...parts];
  return parts;
}

function sequence(parts: readonly Part[]): Doc {
  return parts.map((part, i) => {
    const previous = parts[i - 1];
    if (previous === undefined) return docOf(part);
    // A block may begin with the comma that parts it from what is before.
    const isLeading = i === 1 && previous.kind === "comma" && part.gap !== "line" && part.gap !== "empty-line";
    return [isLeading && !ownsLine(part) ? " " : separator(previous, part), docOf(part)];
  });
}

function docOf(part: Part): Doc {
  switch (part.kind) {
    case "open":
    case "close":
      return part.text;
    case "comma":
      return ",";
    case "colon":
      return ":";
    case "atom":
    case "comment":
    case "leaf":
      return part.doc;
    case "block":
      return part.inline ? inlineDoc(part) : blockDoc(part);
    case "pair":
      return pairDoc(part);
  }
}

function pairDoc({ open, inside, close }: Extract<Part, { kind: "pair" }>): Doc {
  const [first] = inside;
  if (first === undefined) return open + close;
  const edge = open === "{" ? line : softline;
  return group([open, indent([edge, sequence(inside)]), edge, close], { shouldBreak: breaksLine(first.gap) });
}

function blockDoc({ sections, end }: BlockItem): Doc {
  const docs = sections.map(({ header, body }): Doc => {
    const inside: Doc = body.items.length === 0 ? "" : indent([hardline, jsonDoc(body)]);
    return [header, inside, hardline];
  });
  return [...docs, end];
}

function inlineDoc({ sections, end }: BlockItem): Doc {
  const docs = sections.map(({ header, body }): Doc => {
    const [first, last] = [body.items[0], body.items.at(-1)];
    if (first === undefined || last === undefined) return [header, body.endGap === "none" ? "" : line];
    return [header, indent([edgeOf(first.gap, first), jsonDoc(body)]), edgeOf(body.endGap, last)];
  });
  return group([...docs, end]);
}

/** Where an inline block may be broken: not where what is printed would touch something else without the break. */
function edgeOf(gap: Gap, item: JsonItem): Doc {
  if (gap !== "none") return line;
  const touches = (item.kind === "atom" && item.bare) || item.kind === "block" || item.kind === "leaf";
  return touches ? "" : softline;
}

function separator(previous: Part, part: Part): Doc {
  const lineBreak: Doc = part.gap === "empty-line" ? [hardline, hardline] : hardline;
  const kept: Doc = breaksLine(part.gap) ? lineBreak : part.gap === "blank" ? " " : "";
  if (previous.kind === "comment" && previous.endsLine) return lineBreak;
  if (part.kind === "comma" || part.kind === "colon") return "";
  if (part.kind === "comment") return breaksLine(part.gap) ? lineBreak : " ";
  const touching = part.gap === "none" && !isMark(previous) && touches(previous, part);
  if (previous.kind === "colon") return part.kind === "leaf" ? lineBreak : " ";
  if (touching) return "";
  if (ownsLine(part) || ownsLine(previous)) return lineBreak;
  if (previous.kind === "comma") return part.gap === "empty-line" ? lineBreak : line;
  if (previous.kind === "block" && part.gap === "blank") return line;
  return kept;
}

/** Whether white space between two parts could part what is printed; blocks stay close to what they follow as written. */
function touches(previous: Part, part: Part): boolean {
  if (previous.kind === "leaf") return isBare(part);
  return part.kind === "leaf" ? isBare(previous) : true;
}

function isBare(part: Part): boolean {
  return part.kind === "atom" && part.bare;
}

/** Commas and colons print by themselves and touch nothing. */
function isMark({ kind }: Part): boolean {
  return kind === "comma" || kind === "colon";
}

function ownsLine(part: Part): boolean {
  return part.kind === "leaf" || (part.kind === "block" && !part.inline);
}

function breaksLine(gap: Gap): boolean {
  return gap === "line" || gap === "empty-line";
}
