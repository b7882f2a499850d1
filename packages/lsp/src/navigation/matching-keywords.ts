import { childrenOf, type Node, type Range } from "@apigw-vtl/compiler";

/** The keywords of a directive that belong together: `#if`, `#elseif`, `#else`, `#end`; a loop's with its breaks. */
export function matchingKeywords(node: Node, source: string): readonly Range[] {
  const keyword = (range: Range): Range => keywordIn(range, source);
  switch (node.type) {
    case "If": {
      const branches = [...node.branches, ...(node.otherwise ? [node.otherwise] : [])];
      return [...branches.map(({ header }) => keyword(header)), ...(node.end ? [keyword(node.end)] : [])];
    }
    case "Foreach":
      return [keyword(node.header), ...breaksOf(node.body).map(keyword), ...(node.end ? [keyword(node.end)] : [])];
    case "Define":
    case "Macro":
    case "Literal":
      return [keyword(node.header), ...(node.end ? [keyword(node.end)] : [])];
    case "MacroCall":
      return node.end ? [keyword(node.header), keyword(node.end)] : [];
    default:
      return [];
  }
}

/** The keyword, `#` included, that a directive's header begins with. */
export function keywordIn({ start, end }: Range, source: string): Range {
  const [text = ""] = /^#@?\{?\w*\}?/.exec(source.slice(start, end)) ?? [];
  return { start, end: start + text.length };
}

/** A `#break` ends the innermost loop. */
function breaksOf(node: Node): readonly Range[] {
  if (node.type === "Break") return [node.header];
  return node.type === "Foreach" ? [] : childrenOf(node).flatMap(breaksOf);
}
