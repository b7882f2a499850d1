import type { HostEntry, HostMap, HostNode } from "./host-node.js";

const normalized = (key: string): string => key.replaceAll("_", "").toLowerCase();

/**
 * The entry of `key`, in any case and with or without underscores: `requestTemplates`, `request_templates`... Where a
 * file has a key twice the last one counts, as for most parsers.
 */
export function entryOf(node: HostNode | undefined, key: string): HostEntry | undefined {
  if (node?.kind !== "map") return undefined;
  const exact = node.entries.findLast((entry) => entry.key === key);
  if (exact !== undefined) return exact;
  const wanted = normalized(key);
  // Keys are many and few come near: the first letter tells most apart without a new string.
  const initial = wanted.charCodeAt(0);
  return node.entries.find((entry) => (entry.key.charCodeAt(0) | 0x20) === initial && normalized(entry.key) === wanted);
}

/** The value at a path of keys; the first branch of a choice stands for it. */
export function valueAt(node: HostNode | undefined, ...path: readonly string[]): HostNode | undefined {
  let current = node;
  for (const key of path) current = entryOf(branches(current)[0]?.node, key)?.value;
  return current;
}

/** A branch of a host condition and the conditions that lead to it, outermost first. */
export interface Branch {
  readonly node: HostNode;
  /** Keys that lead to it from where the condition stands. */
  readonly path: readonly (string | number)[];
  readonly conditions: readonly string[];
}

const MOST_BRANCHES = 64;

/** The values that `node` may have: itself, or the branches of `Fn::If` and of conditionals, however nested. */
export function branches(node: HostNode | undefined, conditions: readonly string[] = []): Branch[] {
  if (node === undefined) return [];
  const found: Branch[] = [];
  const pending: Branch[] = [{ node, path: [], conditions }];
  while (pending.length > 0 && found.length < MOST_BRANCHES) {
    const branch = pending.shift()!;
    const inner = branchesOfOne(branch.node);
    if (inner === undefined) found.push(branch);
    else {
      pending.unshift(
        ...inner.map(({ condition, node: value, path }) => ({
          node: value,
          path: [...branch.path, ...path],
          conditions: [...branch.conditions, condition],
        })),
      );
    }
  }
  return found.filter((branch) => !isNoValue(branch.node));
}

type OneBranch = Pick<Branch, "node" | "path"> & { readonly condition: string };

function branchesOfOne(node: HostNode): readonly OneBranch[] | undefined {
  if (node.kind === "choice") return node.branches.map((branch, index) => ({ ...branch, path: [index] }));
  const operands = intrinsic(node, "Fn::If");
  if (operands?.kind !== "list" || operands.items.length !== 3) return undefined;
  const [condition, whenTrue, whenFalse] = operands.items as [HostNode, HostNode, HostNode];
  const name = condition.kind === "scalar" ? String(condition.value) : "?";
  return [
    { condition: name, node: whenTrue, path: ["Fn::If", 1] },
    { condition: `not ${name}`, node: whenFalse, path: ["Fn::If", 2] },
  ];
}

function isNoValue(node: HostNode): boolean {
  const reference = intrinsic(node, "Ref");
  return reference?.kind === "scalar" && reference.value === "AWS::NoValue";
}

/** The operand of a CloudFormation intrinsic, if `node` is that intrinsic. */
export function intrinsic(node: HostNode | undefined, name: string): HostNode | undefined {
  return node?.kind === "map" && node.entries.length === 1 && node.entries[0]!.key === name
    ? node.entries[0]!.value
    : undefined;
}

/** Whether the map is a CloudFormation intrinsic rather than data. */
export function isIntrinsic(node: HostMap): boolean {
  return node.entries.length === 1 && /^(?:Fn::|Ref$|Condition$)/.test(node.entries[0]!.key);
}

/**
 * The macros that CloudFormation runs at a map: the operand of its `Fn::Transform`, or several in a list. Other than
 * intrinsics `Fn::Transform` may stand beside other keys.
 */
export function transformsOf(node: HostNode): readonly HostNode[] {
  const operand = node.kind === "map" ? node.entries.find(({ key }) => key === "Fn::Transform")?.value : undefined;
  if (operand === undefined) return [];
  return operand.kind === "list" ? operand.items : [operand];
}

/** Appends a key to a JSON pointer (RFC 6901). */
export function pointerTo(parent: string, key: string | number): string {
  const text = String(key);
  return `${parent}/${/[~/]/.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text}`;
}
