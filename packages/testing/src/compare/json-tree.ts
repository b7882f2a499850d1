import { jsonErrorText } from "@apigw-vtl/definitions";
import { type Node, type ParseError, parseTree } from "jsonc-parser";

/** A JSON document with its places, or where a text stops being one. */
export type JsonTree =
  | { readonly root: Node }
  | { readonly problem: string; readonly start: number; readonly end: number };

/** Reads JSON (RFC 8259). Never throws. */
export function jsonTreeOf(text: string): JsonTree {
  try {
    JSON.parse(text);
    const root = parseTree(text);
    if (root !== undefined) return { root };
  } catch (error) {
    if (error instanceof RangeError) return { problem: "it is nested too deep to be compared", start: 0, end: 0 };
  }
  return firstProblem(text);
}

function firstProblem(text: string): JsonTree {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  // What follows the first one is mostly its consequence.
  const [first] = errors;
  if (first === undefined) return { problem: "it is no JSON", start: 0, end: text.length };
  return {
    problem: jsonErrorText(first.error),
    start: first.offset,
    end: Math.min(first.offset + first.length, text.length),
  };
}

/** The members of an object; of a name that comes twice the last one counts, as for `JSON.parse`. */
export function membersOf(node: Node): ReadonlyMap<string, { readonly key: Node; readonly value: Node }> {
  const members = new Map<string, { readonly key: Node; readonly value: Node }>();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key !== undefined && value !== undefined) members.set(String(key.value), { key, value });
  }
  return members;
}
