import type { Reference } from "../syntax/tree.js";
import { type Code, quote } from "./code.js";
import type { FunctionWriter } from "./function-writer.js";
import { printedReference } from "./references.js";

/** A constant text, then a string expression. */
export interface Printed {
  readonly before: string;
  readonly js: string;
}

/** What a reference prints that holds no block. */
export function printed(w: FunctionWriter, node: Reference): Printed {
  const { unit } = w;
  const { escaped, escapes, more, literal, runt } = node.prefix;
  if (runt) return { before: "", js: quote(node.formal ? "{" : node.name) };
  const code = printedReference(w, node);
  const source = node.quiet && !escaped ? "" : literal;
  if (unit.missingIsEmpty) {
    if (escaped) return { before: escapes, js: code.js === "null" ? quote(source) : `(${code.js}, ${quote(source)})` };
    return { before: escapes + more, js: textOf(w, code, node) };
  }
  const t = w.temporary();
  const missing = unit.analysis.dynamic ? `c.literal(${quote(source)})` : quote(source);
  if (escaped) {
    return { before: escapes, js: `(${code.js} === null ? "\\\\" : "") + ${missing}` };
  }
  // Plain Velocity prints the backslashes twice when there is no value.
  const none = `${quote(escapes + escapes + more)} + ${missing}`;
  const some = `${quote(escapes + more)} + ${unit.use("print")}(${t})`;
  return { before: "", js: `((${t} = ${code.js}) === null ? ${none} : ${some})` };
}

function textOf(w: FunctionWriter, code: Code, node: Reference): string {
  if (code.js === "null") return '""';
  if (!code.nullable && code.type === "string") return code.js;
  if (!code.nullable && code.type !== "any") return `String(${code.js})`;
  return w.unit.fallible("text", [code.js], node.range, w.unit.textOf(node));
}
