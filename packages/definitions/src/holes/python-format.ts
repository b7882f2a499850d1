import type { PieceReplacement } from "../map/piece.js";

const construct = "Python expression";

/** Finds what `str.format` replaces in `text`: `{}`, `{0}` and `{name}` are holes, `{{` and `}}` stand for braces. */
export function scanPythonFormat(text: string): PieceReplacement[] {
  return [...text.matchAll(/\{\{|\}\}|\{([^{}]*)\}/g)].map(({ 0: whole, 1: name, index }): PieceReplacement => {
    const end = index + whole.length;
    if (name === undefined) return { kind: "drop", start: index, end: index + 1 };
    return { kind: "hole", construct, expression: name.replace(/[!:].*/s, "") || "format", start: index, end };
  });
}

/** Finds what `%` of a string replaces in `text`: `%s` and `%(name)d` are holes, `%%` stands for `%`. */
export function scanPythonPercent(text: string): PieceReplacement[] {
  const pattern = /%(?:\((\w+)\))?([#0\- +]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa]|%)/g;
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: name, 2: kind, index }): PieceReplacement => {
    const end = index + whole.length;
    if (kind === "%") return { kind: "drop", start: index, end: index + 1 };
    return { kind: "hole", construct, expression: name ?? whole, start: index, end };
  });
}
