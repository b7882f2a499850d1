import { parseJson } from "../json/parse.js";
import type { Cursor } from "./cursor.js";
import { invalidPath } from "./exceptions.js";
import { parsePath } from "./path-parser.js";
import type { FunctionArgument } from "./path-syntax.js";

/**
 * The arguments of a path function, from its `(` on. Leaves the cursor behind the `)`; only after `()` it stays on the
 * `)`, which makes a property `)` of it if anything follows, as in Jayway.
 */
export function parseFunctionArguments(cursor: Cursor, name: string, nesting: number): FunctionArgument[] {
  cursor.position++;
  if (cursor.inBounds() && cursor.current === ")") return [];
  const args: FunctionArgument[] = [];
  for (const text of splitArguments(cursor, name)) {
    if (/^[$@]/.test(text)) args.push({ kind: "path", path: parsePath(text, nesting + 1) });
    // Jayway knows JSON by these; it drops arrays, words and single-quoted strings.
    else if (/^[{0-9"-]/.test(text)) args.push({ kind: "json", value: parseJson(text) });
  }
  return args;
}

const CLOSERS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/** The texts between the commas, up to the closing parenthesis. */
function splitArguments(cursor: Cursor, name: string): string[] {
  const args: string[] = [];
  const expected = [")"];
  let start = cursor.position;
  while (cursor.inBounds()) {
    const c = cursor.current;
    if (c === '"') {
      const end = cursor.indexOfUnescaped(c);
      if (end === -1) break;
      cursor.position = end;
    }
    const closer = CLOSERS.get(c);
    if (closer !== undefined) expected.push(closer);
    else if (c === expected.at(-1)) expected.pop();
    if (expected.length === 0 || (c === "," && expected.length === 1)) {
      args.push(cursor.text.slice(start, cursor.position).trim());
      start = cursor.position + 1;
    }
    cursor.position++;
    if (expected.length === 0) return args;
  }
  throw invalidPath(`Arguments to function: '${name}' are not closed properly.`);
}
