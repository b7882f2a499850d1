import type { PieceReplacement } from "../map/piece.js";

const VERB = /%(?:\[(\d+)\])?(?:[#0\- +]*\d*(?:\.\d+)?[vtbdoxXeEfFgGsq]|%)/g;

/**
 * Finds what Terraform's `format` replaces in `text`: `%s`, `%[2]q` and `%#v` are holes of `fillers`, one after the
 * other or by number, `%%` stands for `%`.
 */
export function scanTerraformFormat(text: string, fillers: readonly string[]): PieceReplacement[] {
  let next = 0;
  return [...text.matchAll(VERB)].map(({ 0: whole, 1: number, index }): PieceReplacement => {
    const end = index + whole.length;
    if (whole === "%%") return { kind: "drop", start: index, end: index + 1 };
    const filler = number === undefined ? next : Number(number) - 1;
    next = filler + 1;
    const expression = fillers[filler] ?? whole;
    return { kind: "hole", construct: "Terraform expression", expression, start: index, end };
  });
}
