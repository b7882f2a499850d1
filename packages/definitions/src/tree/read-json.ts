import { isJson } from "@apigw-vtl/compiler";
import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { DEEPEST_NESTING, type HostDocument } from "./host-document.js";
import type { HostEntry, HostExpression, HostNode } from "./host-node.js";
import { jsonErrorText } from "./json-error-text.js";

/** A member without the braces around it: a piece of a document, which a program such as Terraform puts into one. */
const startsWithMember = /^\s*"(?:[^"\\\n]|\\.)*"\s*:/;

/**
 * Reads JSON with comments and trailing commas; what a syntax error leaves is read too. A piece is no document. A `null`
 * at the offset of one of `expressions` stands for it.
 */
export function readJson(source: string, expressions: ReadonlyMap<number, HostExpression> = new Map()): HostDocument {
  if (startsWithMember.test(source)) return { problems: [] };
  const deep = depthProblem(source);
  if (deep !== undefined) return { problems: [deep] };
  const errors: ParseError[] = [];
  // Editors on Windows begin files with a byte order mark, which tools skip.
  const root = parseTree(source.replace(/^\ufeff/, " "), errors, { allowTrailingComma: true });
  if (errors.length > 0 && isJsonLines(source)) return { problems: [] };
  const problems = errors.slice(0, 1).map(({ error, offset, length }) => ({
    code: "host-syntax" as const,
    message: `not valid JSON: ${jsonErrorText(error)}`,
    start: offset,
    end: offset + length,
  }));
  return root === undefined ? { problems } : { root: convert(root, expressions), problems };
}

/** A value a line, as logs and recordings have: no document either. */
function isJsonLines(source: string): boolean {
  const [first = "", second = ""] = source.trimStart().split(/\r?\n/, 2);
  return /^[{[]/.test(second) && /^[{[]/.test(first) && isJson(first);
}

/** jsonc-parser recurses without a limit of its own. */
function depthProblem(source: string): HostDocument["problems"][number] | undefined {
  if (source.split(/[{[]/, DEEPEST_NESTING + 2).length <= DEEPEST_NESTING + 1) return undefined;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (quoted) {
      if (character === "\\") at++;
      else if (character === '"' || character === "\n") quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth > DEEPEST_NESTING) {
      const message = `nested deeper than ${DEEPEST_NESTING} levels`;
      return { code: "host-too-deep", message, start: at, end: at + 1 };
    }
  }
  return undefined;
}

function convert(node: Node, expressions: ReadonlyMap<number, HostExpression>): HostNode {
  const start = node.offset;
  const end = node.offset + node.length;
  switch (node.type) {
    case "object":
      return {
        kind: "map",
        entries: (node.children ?? []).flatMap((child) => convertProperty(child, expressions)),
        start,
        end,
      };
    case "array":
      return { kind: "list", items: (node.children ?? []).map((child) => convert(child, expressions)), start, end };
    case "string": {
      const literal = { syntax: { kind: "json-string" as const }, interpolations: [], start, end };
      return { kind: "scalar", value: String(node.value), literal, start, end };
    }
    default: {
      const expression = expressions.get(start);
      if (expression !== undefined) return expression;
      const value: unknown = node.value;
      const scalar = typeof value === "number" || typeof value === "boolean" ? value : null;
      return { kind: "scalar", value: scalar, start, end };
    }
  }
}

function convertProperty(property: Node, expressions: ReadonlyMap<number, HostExpression>): HostEntry[] {
  const [key, value] = property.children ?? [];
  if (key === undefined || value === undefined) return [];
  const keyRange = { start: key.offset, end: key.offset + key.length };
  return [{ key: String(key.value), keyRange, value: convert(value, expressions) }];
}
