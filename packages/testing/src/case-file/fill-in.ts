import type { HostNode } from "@apigw-vtl/definitions";
import { textOf } from "./host-json.js";

/** A row of a table: its columns by their names. */
export type Row = ReadonlyMap<string, HostNode>;

const PLACEHOLDER = /<([\w -]+)>/g;

/**
 * A value with `<column>` replaced by what the row has there: a text that is nothing else becomes the value itself, with its
 * type. What names no column stays as it is.
 */
export function fillIn(node: HostNode, row: Row, source: string): HostNode {
  switch (node.kind) {
    case "map": {
      const entries = node.entries.map((entry) => ({
        ...entry,
        key: fillInText(entry.key, row, source),
        value: fillIn(entry.value, row, source),
      }));
      return { ...node, entries };
    }
    case "list":
      return { ...node, items: node.items.map((item) => fillIn(item, row, source)) };
    case "scalar": {
      if (typeof node.value !== "string") return node;
      const [, column] = /^<([\w -]+)>$/.exec(node.value) ?? [];
      const whole = column === undefined ? undefined : row.get(column);
      return whole ?? { ...node, value: fillInText(node.value, row, source) };
    }
    default:
      return node;
  }
}

function fillInText(text: string, row: Row, source: string): string {
  return text.replace(PLACEHOLDER, (written, column: string) => {
    const value = row.get(column);
    return value === undefined ? written : textOf(value, source);
  });
}
