import type { HostNode } from "./host-node.js";
import { localReference } from "./local-reference.js";

const DEEPEST = 24;
const MOST_VALUES = 5000;

/**
 * The plain value of `node`, with `$ref`s into `root` (`#/definitions/Pet`) followed. What recurs without end, or is
 * known only at deployment, becomes `true`: as a JSON Schema, anything.
 */
export function toJson(node: HostNode | undefined, root: HostNode): unknown {
  let budget = MOST_VALUES;
  const convert = (current: HostNode | undefined, depth: number): unknown => {
    budget--;
    if (current === undefined || depth > DEEPEST || budget < 0) return true;
    switch (current.kind) {
      case "scalar":
        return current.value;
      case "list":
        return current.items.map((item) => convert(item, depth + 1));
      case "map": {
        const target = localReference(current, root);
        if (target !== undefined) return convert(target, depth + 1);
        return Object.fromEntries(current.entries.map(({ key, value }) => [key, convert(value, depth + 1)]));
      }
      default:
        return true;
    }
  };
  return convert(node, 0);
}
