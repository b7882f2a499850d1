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
  const printed = [...printedParts(body)];
  const start = printed.findIndex((part) => typeof part !== "string" || !/^[\s;]*$/.test(part));
  const first = printed[start];
  if (first === undefined) return "empty";
  if (typeof first !== "string") {
    const alone = printed.slice(start + 1).every((part) => typeof part === "string" && part.trim() === "");
    if (alone) return "value";
    return values.valueOf(first)?.texts?.some(([part]) => part?.kind === "text" && /^\s*[{[]/.test(part.text))
      ? "json"
      : "text";
  }
  // A text may be cut by a reference in the middle of the first name: `Action=…&Attribute.$foreach.count…`.
  // A `;` is what is left of a `#set(…);`.
  const text = first.replace(/^[\s;]+/, "");
  if (/^[{["]/.test(text)) return "json";
  if (/^[A-Za-z_][\w.%-]*=/.test(text)) return "form";
  const whole = printed.filter((part) => typeof part === "string").join("");
  return text.startsWith("<") && (/^<[?!]/.test(text) || /<\/\w/.test(whole)) ? "markup" : "text";
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
