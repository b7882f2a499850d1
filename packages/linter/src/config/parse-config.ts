import { LineIndex } from "@apigw-vtl/compiler";
import { jsonErrorText } from "@apigw-vtl/definitions";
import { findNodeAtLocation, type ParseError, parseTree, stripComments } from "jsonc-parser";
import { isNode, parseDocument } from "yaml";

/** What a configuration file says, and where. */
export interface ParsedConfig {
  /** Absent if the text cannot be parsed. */
  readonly value?: unknown;
  /** Why it cannot. */
  readonly problem?: { readonly message: string; readonly offset: number };
  /** The offset of `overrides`, `0`, `files`; absent if there is nothing. */
  readonly offsetOf: (steps: readonly string[]) => number | undefined;
}

/** Reads JSON with comments, or YAML, by the name of the file. Never throws. */
export function parseConfig(path: string, text: string): ParsedConfig {
  return /\.ya?ml$/.test(path) ? parseYaml(text) : parseJson(text.replace(/^\ufeff/, " "));
}

/** `line:column` of an offset, from 1. */
export function placeIn(text: string, offset: number): string {
  const { line, column } = new LineIndex(text).position(offset);
  return `${line}:${column}`;
}

function parseJson(text: string): ParsedConfig {
  const plain = stripComments(text, " ");
  try {
    return { value: JSON.parse(plain), offsetOf: (steps) => jsonOffset(text, steps) };
  } catch (error) {
    const errors: ParseError[] = [];
    parseTree(plain, errors);
    const [first] = errors;
    const message = `not JSON: ${first !== undefined ? jsonErrorText(first.error) : error instanceof Error ? error.message : String(error)}`;
    return { problem: { message, offset: first?.offset ?? 0 }, offsetOf: () => undefined };
  }
}

function jsonOffset(text: string, steps: readonly string[]): number | undefined {
  const root = parseTree(text);
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return root && findNodeAtLocation(root, path)?.offset;
}

function parseYaml(text: string): ParsedConfig {
  const document = parseDocument(text, { logLevel: "silent", prettyErrors: false });
  const [error] = document.errors;
  const offsetOf: ParsedConfig["offsetOf"] = (steps) => {
    const node = document.getIn(steps, true);
    return isNode(node) ? node.range?.[0] : undefined;
  };
  if (error !== undefined)
    return { problem: { message: `not YAML: ${error.message}`, offset: error.pos[0] }, offsetOf };
  try {
    return { value: document.toJS(), offsetOf };
  } catch (cause) {
    // Aliases that expand to too much ("billion laughs").
    return { problem: { message: cause instanceof Error ? cause.message : String(cause), offset: 0 }, offsetOf };
  }
}
