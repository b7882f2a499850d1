import type { HostNode } from "@apigw-vtl/definitions";

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The JSON text of a value, its numbers as written: `1.0` and `12345678901234567890` are not what JavaScript makes of them. */
export function jsonOf(node: HostNode, source: string): string {
  switch (node.kind) {
    case "map": {
      const members = node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${jsonOf(value, source)}`);
      return `{${members.join(",")}}`;
    }
    case "list":
      return `[${node.items.map((item) => jsonOf(item, source)).join(",")}]`;
    case "scalar": {
      if (typeof node.value !== "number") return JSON.stringify(node.value);
      const written = source.slice(node.start, node.end);
      return JSON_NUMBER.test(written) ? written : JSON.stringify(node.value);
    }
    default:
      // YAML and JSON have no others.
      return "null";
  }
}

/** A text is itself; whatever else is its JSON. */
export function textOf(node: HostNode, source: string): string {
  return node.kind === "scalar" && typeof node.value === "string" ? node.value : jsonOf(node, source);
}
