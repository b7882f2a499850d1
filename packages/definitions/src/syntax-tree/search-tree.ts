import type { Node } from "web-tree-sitter";
import type { GrammarName, TemplateHost } from "../found-template.js";
import type { TemplateSearch } from "../template-search.js";
import { parseSource } from "./grammar.js";

/** Parses the searched text, reports syntax errors, and runs `find` on what there is. */
export async function searchTree(
  search: TemplateSearch,
  grammar: GrammarName,
  host: TemplateHost,
  find: (root: Node) => void,
): Promise<void> {
  const { source } = search.context;
  let tree: Awaited<ReturnType<typeof parseSource>>;
  try {
    tree = await parseSource(source, grammar, host);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `the ${grammar} grammar cannot be loaded: ${reason}`;
    search.report({ code: "grammar-unavailable", message, start: 0, end: 0 });
    return;
  }
  if (tree === undefined) {
    const message = `the ${grammar} grammar is not available here`;
    search.report({ code: "grammar-unavailable", message, start: 0, end: 0 });
    return;
  }
  try {
    const broken = tree.rootNode.hasError ? firstError(tree.rootNode) : undefined;
    if (broken !== undefined) {
      const message = broken.isMissing ? `missing ${broken.type}` : "cannot be parsed here";
      search.report({ code: "host-syntax", message, start: broken.startIndex, end: broken.endIndex });
    }
    find(tree.rootNode);
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
