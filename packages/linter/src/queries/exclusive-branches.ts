import { childrenOf, type Node, type Range } from "@apigw-vtl/compiler";
import { childAround } from "./parents.js";

/** Whether two places are in different branches of one #if, so that no rendering comes to both. */
export function excludeEachOther(root: Node, a: number, b: number): boolean {
  let node: Node | undefined = root;
  while (node) {
    const left: Node | undefined = childAt(node, a);
    const right = childAt(node, b);
    if (left !== right) return node.type === "If" && left !== undefined && right !== undefined;
    node = left;
  }
  return false;
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

function childAt(node: Node, offset: number): Node | undefined {
  const range = { start: offset, end: offset + 1 };
  return childAround(node, range) ?? childrenOf(node).find((child) => holds(child.range, range));
}

/** Of places that are wrong, each that is the first one on some way: what follows another may be due to that. */
export function firstOnTheirWay<Place extends { readonly range: Range }>(
  root: Node,
  places: readonly Place[],
): readonly Place[] {
  return places.filter(({ range: { start } }, i) =>
    places.slice(0, i).every(({ range }) => excludeEachOther(root, range.start, start)),
  );
}
