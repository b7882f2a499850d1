import type { FilledIn } from "../map/literal.js";
import type { PieceReplacement } from "../map/piece.js";

/** What `format` is given, and which of it comes next. */
export interface GivenFillers {
  readonly fillers: readonly FilledIn[];
  next: number;
}

const VERB = /%(?:\[(\d+)\])?(?:([#0\- +]*\d*(?:\.\d+)?[vtbdoxXeEfFgGsq])|%)/g;

/**
 * Finds what Terraform's `format` replaces in `text`: `%s`, `%[2]q` and `%#v` are holes of what is given, one after the
 * other or by number, `%%` stands for `%`. What is known and written as it is, is there by its value.
 */
export function scanTerraformFormat(text: string, given: GivenFillers): PieceReplacement[] {
  return [...text.matchAll(VERB)].map(({ 0: whole, 1: number, 2: verb = "", index: start }): PieceReplacement => {
    const end = start + whole.length;
    if (whole === "%%") return { kind: "drop", start, end: start + 1 };
    const at = number === undefined ? given.next : Number(number) - 1;
    given.next = at + 1;
    const filler = given.fillers[at] ?? { expression: whole };
    const hole = { kind: "hole", construct: "Terraform expression", start, end } as const;
    if (typeof filler === "object") return { ...hole, ...filler };
    const isPlain = /^[sv]$/.test(verb) || (verb === "d" && /^-?\d+$/.test(filler));
    return { ...hole, expression: filler, ...(isPlain && { value: filler }) };
  });
}
