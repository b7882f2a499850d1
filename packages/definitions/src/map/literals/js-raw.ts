import type { Piece } from "../piece.js";
import { PieceBuilder } from "../piece-builder.js";
import { interpolationEnd } from "./interpolation-end.js";

/**
 * Decodes the template literal that `String.raw` is given, with its backticks; `undefined` if it is not one. A backslash
 * stays, and keeps what follows from ending the literal and from being a substitution.
 */
export function decodeJsRaw(source: string, base: number): Piece[] | undefined {
  if (source.length < 2 || !source.startsWith("`") || !source.endsWith("`")) return undefined;
  const builder = new PieceBuilder(source, base);
  const limit = source.length - 1;
  for (let at = 1; at < limit; ) {
    const character = source[at]!;
    if (character === "`") return undefined;
    if (character === "\\" && source[at + 1] !== "\r") {
      if (at + 1 >= limit) return undefined;
      builder.verbatim(at, at + 2);
      at += 2;
    } else if (character === "$" && source[at + 1] === "{") {
      const end = interpolationEnd(source, at + 2, "\"'`", "`", limit);
      if (end === undefined) return undefined;
      builder.hole(at, end, "JavaScript expression", source.slice(at + 2, end - 1).trim());
      at = end;
    } else if (character === "\r") {
      const end = source[at + 1] === "\n" ? at + 2 : at + 1;
      builder.escape(at, end, "\n");
      at = end;
    } else {
      builder.verbatim(at, at + 1);
      at++;
    }
  }
  return builder.finish();
}
