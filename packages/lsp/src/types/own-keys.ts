import { type Node, walk } from "@apigw-vtl/compiler";
import type { ReadTemplate } from "../documents/template-reading.js";

/** The names that the template itself gives to members of a variable: in map literals, by `#set`, by `put`. */
export function ownKeys(view: ReadTemplate, variable: string): readonly string[] {
  return [...(view.derive(findKeys).get(variable) ?? [])];
}

function findKeys({ tree }: ReadTemplate): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  const add = (variable: string, key: string): void => {
    keys.set(variable, (keys.get(variable) ?? new Set()).add(key));
  };
  walk(tree, (node: Node) => {
    if (node.type === "Set" && node.target.type === "Reference") {
      const { target, value } = node;
      const [step] = target.steps;
      if (step?.type === "PropertyStep") add(target.name, step.name);
      if (step !== undefined || value.type !== "MapLiteral") return;
      for (const { key } of value.entries)
        if (key.type === "StringLiteral" && !key.template) add(target.name, key.value);
    } else if (node.type === "Reference") {
      const [step] = node.steps;
      const key = step?.type === "MethodStep" && step.name === "put" ? step.arguments[0] : undefined;
      if (key?.type === "StringLiteral" && !key.template) add(node.name, key.value);
    }
  });
  return keys;
}
