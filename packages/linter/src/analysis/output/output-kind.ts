import type { Block, Reference, Statement } from "@apigw-vtl/compiler";
import type { ValueMap } from "../values/infer-values.js";

/** What the template prints, by its own text. */
export type OutputKind =
  | "json"
  /** `Action=SendMessage&MessageBody=…` */
  | "form"
  /** XML or HTML. */
  | "markup"
  | "text"
  /** One value and nothing around it. */
  | "value"
  | "empty";

export function outputKindOf(body: Block, values: ValueMap): OutputKind {
  const first = firstPrinted(body);
  if (first === undefined) return "empty";
  if (typeof first !== "string") {
    if (isAlone(body, first)) return "value";
    return values.valueOf(first)?.texts?.some(([part]) => part?.kind === "text" && /^\s*[{[]/.test(part.text))
      ? "json"
      : "text";
  }
  // A text may be cut by a reference in the middle of the first name: `Action=…&Attribute.$foreach.count…`.
  // A `;` is what is left of a `#set(…);`.
  const text = first.replace(/^[\s;]+/, "");
  if (/^[{["]/.test(text)) return "json";
  if (/^[A-Za-z_][\w.%-]*=/.test(text)) return "form";
  if (!text.startsWith("<")) return "text";
  return /^<[?!]/.test(text) || /<\/\w/.test(wholeText(body)) ? "markup" : "text";
}

/** The first that is printed and not blank. */
function firstPrinted(body: Block): string | Reference | undefined {
  for (const part of printedParts(body)) if (typeof part !== "string" || !/^[\s;]*$/.test(part)) return part;
  return undefined;
}

/** Whether nothing but blanks is printed after the first reference. */
function isAlone(body: Block, first: Reference): boolean {
  let isAfter = false;
  for (const part of printedParts(body)) {
    if (part === first) isAfter = true;
    else if (isAfter && (typeof part !== "string" || part.trim() !== "")) return false;
  }
  return true;
}

function wholeText(body: Block): string {
  let whole = "";
  for (const part of printedParts(body)) if (typeof part === "string") whole += part;
  return whole;
}

/** What is printed, in the order of the template: texts as they are, and references. */
function* printedParts(block: Block): Generator<string | Reference> {
  for (const statement of block.statements) yield* partsOf(statement);
}

function* partsOf(node: Statement): Generator<string | Reference> {
  switch (node.type) {
    case "Text":
    case "Comment":
    case "MacroCall":
    case "Literal":
      yield node.printed;
      break;
    case "Reference":
      yield node;
      break;
    case "If":
      for (const branch of node.branches) yield* printedParts(branch.body);
      if (node.otherwise) yield* printedParts(node.otherwise.body);
      break;
    case "Foreach":
      yield* printedParts(node.body);
  }
}
