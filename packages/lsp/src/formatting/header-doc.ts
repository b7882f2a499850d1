import type { Expression, Range, Statement } from "@apigw-vtl/compiler";
import { builders } from "prettier/doc";
import { type Doc, printFlat, verbatim } from "./doc.js";
import { expressionDoc } from "./expression-doc.js";

const { group, indent, softline } = builders;

/** `#if(…)`, `#set(…)` and their like, as far as the tree has them. */
export interface Header {
  readonly header: Range;
  readonly parentheses?: Range | undefined;
}

/** A directive's header laid out: `#set($x = 1)`. What is not understood stays as it is. */
export function headerDoc(node: Header, expressions: readonly Expression[], source: string): Doc {
  const text = source.slice(node.header.start, node.header.end);
  if (node.parentheses === undefined || expressions.length === 0) return verbatim(text);
  const name = source.slice(node.header.start, node.parentheses.start).replace(/\s+/g, "");
  const parts = expressions.flatMap((expression, i): Doc[] =>
    i === 0 ? [expressionDoc(expression, source)] : [" ", expressionDoc(expression, source)],
  );
  return faithful(group([name, indent([softline, ...parts]), softline, ")"]), text);
}

/** `#set($x = …)`: the value's own brackets break before the parentheses do. */
export function setDoc(node: Extract<Statement, { type: "Set" }>, source: string): Doc {
  const { header, parentheses, target, value } = node;
  const text = source.slice(header.start, header.end);
  if (parentheses === undefined) return verbatim(text);
  const name = source.slice(header.start, parentheses.start).replace(/\s+/g, "");
  const doc = group(expressionDoc(value, source));
  const hasBrackets = value.type === "MapLiteral" || value.type === "ListLiteral";
  return faithful(group([name, expressionDoc(target, source), " = ", hasBrackets ? doc : indent(doc), ")"]), text);
}

/** The tree leaves out what Velocity's lexer does: such a header stays as it is. */
function faithful(doc: Doc, text: string): Doc {
  return printFlat(doc).replace(/\s/g, "") === text.replace(/\s/g, "") ? doc : verbatim(text);
}
