import { childrenOf, type Node, type Template } from "@apigw-vtl/compiler";

/** The nodes around an offset, from the template down to the innermost; a node's end belongs to it. */
export function nodePath(tree: Template, offset: number): readonly Node[] {
  const path: Node[] = [];
  for (let node: Node | undefined = tree; node !== undefined; node = childAt(node, offset)) path.push(node);
  return path;
}

/** Where two children meet the later one counts, but a reference before it keeps its end: `$x|"`. */
function childAt(node: Node, offset: number): Node | undefined {
  let found: Node | undefined;
  for (const child of childrenOf(node)) {
    if (child.range.start > offset) break;
    if (offset > child.range.end) continue;
    if (found !== undefined && child.range.start === offset && isNamed(found) && !isNamed(child)) continue;
    found = child;
  }
  return found;
}

function isNamed({ type }: Node): boolean {
  return type === "Reference" || type === "PropertyStep" || type === "MethodStep";
}
