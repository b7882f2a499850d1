import type { Node } from "./tree.js";

const none: readonly Node[] = [];

/** The direct children of a node, in the order of the text. Interpolated strings are blocks of their own. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "Template":
      return [node.body];
    case "Block":
      return node.statements;
    case "Reference":
      return node.steps;
    case "PropertyStep":
    case "Text":
    case "Comment":
    case "Error":
    case "IntegerLiteral":
    case "FloatLiteral":
    case "BooleanLiteral":
    case "WordArgument":
    case "Literal":
    case "ErrorExpression":
      return none;
    case "MethodStep":
      return node.arguments;
    case "IndexStep":
      return [node.index];
    case "StringLiteral":
      return node.template ? [node.template.body] : none;
    case "ListLiteral":
      return node.items;
    case "RangeLiteral":
      return [node.from, node.to];
    case "MapLiteral":
      return node.entries;
    case "MapEntry":
      return [node.key, node.value];
    case "BinaryExpression":
      return [node.left, node.right];
    case "NotExpression":
      return [node.operand];
    case "ParenthesizedExpression":
      return [node.expression];
    case "Set":
      return [node.target, node.value];
    case "If":
      return node.otherwise ? [...node.branches, node.otherwise] : node.branches;
    case "IfBranch":
      return [node.condition, node.body];
    case "ElseBranch":
      return [node.body];
    case "Foreach":
      return [...node.arguments, node.body];
    case "Define":
      return node.variable ? [node.variable, node.body] : [node.body];
    case "Macro":
      return [...node.parameters, node.body];
    case "Break":
    case "Stop":
    case "Evaluate":
    case "Include":
      return node.arguments;
    case "MacroCall":
      return node.body ? [...node.arguments, node.body] : node.arguments;
    default:
      return node satisfies never;
  }
}

/** Visits a node and everything below it, parents first. */
export function walk(root: Node, visit: (node: Node) => void): void {
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    visit(node);
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) pending.push(children[i]!);
  }
}
