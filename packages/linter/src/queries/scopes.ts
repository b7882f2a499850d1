import {
  childrenOf,
  type DefineDirective,
  type Expression,
  type ForeachDirective,
  type Node,
  type Reference,
  type SetDirective,
  type Template,
} from "@apigw-vtl/compiler";
import { keptIn } from "../remembered.js";

/** A place that gives a variable a value. */
export type Definition =
  | { readonly kind: "set"; readonly name: string; readonly node: SetDirective }
  | { readonly kind: "loop"; readonly name: string; readonly node: ForeachDirective }
  | { readonly kind: "define"; readonly name: string; readonly node: DefineDirective };

/** Where a variable is read. */
interface Place {
  /** The innermost first. */
  readonly loops: readonly ForeachDirective[];
  /** Whether it is in a `#define`, which is read wherever its block is printed: in other loops too. */
  readonly inDefine: boolean;
}

/** A reference that reads a variable. */
export interface Read extends Place {
  readonly reference: Reference;
}

export interface Scopes {
  /** By variable, in order of place; properties (`#set($x.y = 1)`) count as reads of `x`. */
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  readonly reads: ReadonlyMap<string, readonly Read[]>;
}

/** The variables that the service sets. */
export const serviceRoots: ReadonlySet<string> = new Set([
  "input",
  "util",
  "context",
  "stageVariables",
  "method",
  "integration",
]);

/** The variables that a `#foreach` sets beside its own. */
export const loopRoots: ReadonlySet<string> = new Set(["foreach", "velocityCount", "velocityHasNext"]);

export function findScopes(tree: Template): Scopes {
  const definitions = new Map<string, Definition[]>();
  const reads = new Map<string, Read[]>();
  const pending: Node[] = [tree];
  /** Of each that is pending. */
  const placesAround: Place[] = [{ loops: [], inDefine: false }];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const place = placesAround.pop()!;
    const assigned = assignedBy(node);
    if (assigned) push(definitions, assigned.name, assigned);
    if (node.type === "Reference") push(reads, node.name, { reference: node, ...place });
    const target = targetOf(node);
    const inside = placeInside(node, place);
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i]!;
      // The steps of a target are read, its variable only if there are any.
      if (child === target && !(child.type === "Reference" && child.steps.length > 0)) continue;
      pending.push(child);
      placesAround.push(child.type === "Block" ? inside : place);
    }
  }
  return { definitions, reads };
}

/** What a variable is set to, place by place; `undefined` where a loop or a block gives it its value. */
export function valuesSet({ definitions }: Scopes, name: string): readonly (Expression | undefined)[] {
  return (definitions.get(name) ?? []).map(({ kind, node }) => (kind === "set" ? node.value : undefined));
}

function placeInside(node: Node, place: Place): Place {
  if (node.type === "Foreach") return { ...place, loops: [node, ...place.loops] };
  return node.type === "Define" ? { ...place, inDefine: true } : place;
}

/** The reference that a directive gives a value to. */
function targetOf(node: Node): Node | undefined {
  if (node.type === "Set") return node.target;
  return node.type === "Foreach" || node.type === "Define" ? node.variable : undefined;
}

function assignedBy(node: Node): Definition | undefined {
  if (node.type === "Set" && node.target.type === "Reference" && node.target.steps.length === 0) {
    return { kind: "set", name: node.target.prefix.assigned, node };
  }
  if (node.type === "Foreach" && node.variable) return { kind: "loop", name: node.variable.name, node };
  if (node.type === "Define" && node.variable) return { kind: "define", name: node.variable.name, node };
  return undefined;
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  keptIn(map, key, () => []).push(item);
}
