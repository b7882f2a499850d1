import type { Node, Range } from "@apigw-vtl/compiler";
import { loopRoots } from "@apigw-vtl/linter";
import { nodePath } from "../documents/node-path.js";
import type { TemplateView } from "../documents/template-view.js";
import { nameAt, type Occurrence } from "./names.js";

/** A place that a name, or an `#end`, leads to. */
export interface DefinitionPlace {
  /** The name there. */
  readonly range: Range;
  /** The directive that it belongs to. */
  readonly whole: Range;
}

/** Where what stands at an offset is defined; `origin` is the name at the offset. */
export function definitionsAt(
  view: TemplateView,
  offset: number,
): { readonly origin: Range; readonly places: readonly DefinitionPlace[] } | undefined {
  const found = nameAt(view, offset);
  if (found === undefined) return undefined;
  const { thing, occurrence } = found;
  const origin = occurrence.range;
  const loops = nodePath(view.tree, offset).filter((node) => node.type === "Foreach");
  if (loopRoots.has(thing.name)) {
    const loop = loops.at(-1);
    return { origin, places: loop ? [{ range: loop.header, whole: loop.range }] : [] };
  }
  const definitions = thing.occurrences.filter(({ role }) => role === "definition");
  const own = definitions.findLast(({ node }) => isLoopAround(node, loops, offset));
  const places = (own && occurrence.role === "read" ? [own] : definitions).map(placeOf);
  return { origin, places };
}

const placeOf = ({ range, node }: Occurrence): DefinitionPlace => ({ range, whole: node.range });

/** Within a loop its variable is the loop's, whatever was set before. */
function isLoopAround(node: Node, loops: readonly Node[], offset: number): boolean {
  return node.type === "Foreach" && loops.includes(node) && offset >= node.header.end;
}
