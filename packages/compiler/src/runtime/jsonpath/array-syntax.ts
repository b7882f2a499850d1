import { invalidPath } from "./exceptions.js";

/** `1`, or `1, 2` */
export function parseIndexes(expression: string): number[] {
  return expression.split(/\s*,\s*/).map(parseInteger);
}

/** `1:`, `:2` or `1:2`. Jayway has no step, but takes and ignores what stands behind a second colon. */
export function parseSlice(expression: string): { from: number | undefined; to: number | undefined } {
  if (expression.includes(",") || expression.includes(" ")) {
    throw invalidPath(`Failed to parse SliceOperation: ${expression}`);
  }
  const [from = "", to = ""] = expression.split(":");
  if (from === "" && to === "") throw invalidPath(`Failed to parse SliceOperation: ${expression}`);
  return { from: from === "" ? undefined : parseInteger(from), to: to === "" ? undefined : parseInteger(to) };
}

function parseInteger(token: string): number {
  const n = Number(token);
  if (!/^-?\d+$/.test(token) || n !== (n | 0)) throw invalidPath(`Failed to parse integer: ${token}`);
  return n;
}
