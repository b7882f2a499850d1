import type { Node, Range } from "@apigw-vtl/compiler";
import { nodePath } from "./node-path.js";
import type { TemplateView } from "./template-view.js";

type BlockNode = Extract<Node, { readonly type: "If" | "Foreach" | "Define" | "Macro" }>;

/** The blocks whose inside an offset is in, outermost first; one that lacks its `#end` goes on to the template's. */
export function blocksAt({ tree }: TemplateView, offset: number): readonly BlockNode[] {
  return nodePath(tree, offset).flatMap((node) => (isBlock(node) && headerOf(node).end <= offset ? [node] : []));
}

function isBlock(node: Node): node is BlockNode {
  return node.type === "If" || node.type === "Foreach" || node.type === "Define" || node.type === "Macro";
}

/** `#if(…)`, `#foreach(…)`. */
export function headerOf(node: BlockNode): Range {
  return node.type === "If" ? (node.branches[0]?.header ?? node.range) : node.header;
}
