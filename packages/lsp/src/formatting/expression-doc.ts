import type { Expression, MapLiteral, Reference, ReferenceStep } from "@apigw-vtl/compiler";
import { builders } from "prettier/doc";
import { type Doc, verbatim } from "./doc.js";

const { group, indent, line, softline, join } = builders;

/** An expression laid out: one blank around operators and after commas. Strings and ranges stay as they are. */
export function expressionDoc(node: Expression, source: string): Doc {
  switch (node.type) {
    case "Reference":
      return referenceDoc(node, source);
    case "BinaryExpression": {
      const operator = source.slice(node.operatorRange.start, node.operatorRange.end);
      const [left, right] = [expressionDoc(node.left, source), expressionDoc(node.right, source)];
      const isLogical = node.operator === "&&" || node.operator === "||";
      return isLogical ? [left, " ", operator, line, right] : group([left, " ", operator, indent([line, right])]);
    }
    case "NotExpression": {
      const sign = source.slice(node.range.start, node.operand.range.start).trim();
      return [sign, sign === "!" ? "" : " ", expressionDoc(node.operand, source)];
    }
    case "ParenthesizedExpression":
      return group(["(", indent([softline, expressionDoc(node.expression, source)]), softline, ")"]);
    case "ListLiteral": {
      const items = node.items.map((item) => expressionDoc(item, source));
      return bracketed("[", items, "]", breaksAfterBracket(node, node.items[0], source));
    }
    case "MapLiteral":
      return mapDoc(node, source);
    default:
      return verbatim(source.slice(node.range.start, node.range.end));
  }
}

export function referenceDoc(node: Reference, source: string): Doc {
  const [first] = node.steps;
  const docs: Doc[] = [source.slice(node.range.start, first ? first.range.start : node.range.end)];
  node.steps.forEach((step, i) => {
    const next = node.steps[i + 1];
    docs.push(stepDoc(step, source));
    // The `}` of `${x.y}`.
    if (next === undefined) docs.push(source.slice(step.range.end, node.range.end));
  });
  return docs;
}

function stepDoc(step: ReferenceStep, source: string): Doc {
  switch (step.type) {
    case "PropertyStep":
      return source.slice(step.range.start, step.range.end);
    case "MethodStep": {
      if (step.arguments.length === 0) return source.slice(step.range.start, step.range.end);
      const args = step.arguments.map((argument) => expressionDoc(argument, source));
      return [source.slice(step.range.start, step.nameRange.end), bracketed("(", args, ")", false)];
    }
    case "IndexStep":
      return ["[", expressionDoc(step.index, source), "]"];
  }
}

function mapDoc(node: MapLiteral, source: string): Doc {
  const entries = node.entries.map(({ key, value }) => [
    expressionDoc(key, source),
    ": ",
    expressionDoc(value, source),
  ]);
  return bracketed("{", entries, "}", breaksAfterBracket(node, node.entries[0], source));
}

function bracketed(open: string, items: readonly Doc[], close: string, shouldBreak: boolean): Doc {
  if (items.length === 0) return open + close;
  return group([open, indent([softline, join([",", line], [...items])]), softline, close], { shouldBreak });
}

/** Whether the author has put the first member on a line of its own, which is kept. */
function breaksAfterBracket(
  { range }: Expression,
  first: { readonly range: { readonly start: number } } | undefined,
  source: string,
): boolean {
  return first !== undefined && source.slice(range.start, first.range.start).includes("\n");
}

/** Text that keeps its line ends, and what follows them. */
