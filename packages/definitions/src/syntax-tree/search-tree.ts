import type { Node } from "web-tree-sitter";
import type { GrammarName, TemplateHost } from "../found-template.js";
import type { HostDocument } from "../tree/host-document.js";
import { parseSource } from "./grammar.js";

/** Parses a text and runs `find` on what there is; gives what is wrong with it. */
export async function searchTree(
  source: string,
  grammar: GrammarName,
  host: TemplateHost,
  find: (root: Node) => void,
): Promise<HostDocument["problems"]> {
  let tree: Awaited<ReturnType<typeof parseSource>>;
  try {
    tree = await parseSource(source, grammar, host);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the ${grammar} grammar cannot be loaded: ${reason}`;
    return [{ code: "grammar-unavailable", message, start: 0, end: 0 }];
  }
  if (tree === undefined) {
    const message = `the ${grammar} grammar is not available here`;
    return [{ code: "grammar-unavailable", message, start: 0, end: 0 }];
  }
  try {
    const broken = tree.rootNode.hasError ? firstError(tree.rootNode) : undefined;
    find(tree.rootNode);
    if (broken === undefined) return [];
    const message = broken.isMissing ? `missing ${broken.type}` : "cannot be parsed here";
    return [{ code: "host-syntax", message, start: broken.startIndex, end: broken.endIndex }];
  } finally {
    tree.delete();
  }
}

function firstError(root: Node): Node | undefined {
  let node: Node | null = root;
  while (node !== null) {
    if (node.isError || node.isMissing) return node;
    node = node.children.find((child) => child?.hasError || child?.isMissing || child?.isError) ?? null;
  }
  return undefined;
}
