import type { PieceReplacement } from "../map/piece.js";

/** Finds what `Fn::Sub` replaces in `text`: `${Name}` is a hole, `${!Name}` stands for `${Name}`. */
export function scanCfnSub(text: string): PieceReplacement[] {
  const found: PieceReplacement[] = [];
  for (const match of text.matchAll(/\$\{(!?)([^{}]*)\}/g)) {
    const start = match.index;
    const end = start + match[0].length;
    if (match[1] === "!") found.push({ kind: "drop", start: start + 2, end: start + 3 });
    else if (match[2]!.trim() !== "") {
      found.push({ kind: "hole", construct: "Fn::Sub", expression: match[2]!.trim(), start, end });
    }
  }
  return found;
}

/** `text` so that `Fn::Sub` gives it back. */
export function escapeForCfnSub(text: string): string {
  return text.replace(/\$\{(?=[^{}]*\})/g, "${!");
}
