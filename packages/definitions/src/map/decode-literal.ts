import { applyInterpolations } from "../holes/interpolation.js";
import type { Literal, LiteralSyntax } from "./literal.js";
import { decodeHclHeredoc } from "./literals/hcl-heredoc.js";
import { decodeHclQuoted } from "./literals/hcl-quoted.js";
import { decodeJsDedent, decodeJsRaw, decodeJsString } from "./literals/js-string.js";
import { decodeJsonString } from "./literals/json-string.js";
import { decodePlainText } from "./literals/plain-text.js";
import { decodePythonString } from "./literals/python-string.js";
import { decodeYamlBlock } from "./literals/yaml-block.js";
import { decodeYamlDouble, decodeYamlPlain, decodeYamlSingle } from "./literals/yaml-flow.js";
import type { Piece } from "./piece.js";

/** Decodes `source`, the literal's own characters; `undefined` if they are not such a literal. */
export function decodeLiteral(source: string, literal: Literal): Piece[] | undefined {
  const pieces = decodeSyntax(source, literal.start, literal.syntax);
  return pieces && applyInterpolations(pieces, literal.interpolations, literal.fillers);
}

/** The pieces of a literal of `hostText`; `undefined` if it is none there. */
export function literalPieces(hostText: string, literal: Literal): Piece[] | undefined {
  return decodeLiteral(hostText.slice(literal.start, literal.end), literal);
}

/** Decodes one syntax without the interpolations inside its text; piece ranges start at `base`. */
export function decodeSyntax(source: string, base: number, syntax: LiteralSyntax): Piece[] | undefined {
  switch (syntax.kind) {
    case "plain-text":
      return decodePlainText(source, base);
    case "json-string":
      return decodeJsonString(source, base);
    case "yaml-plain":
      return decodeYamlPlain(source, base);
    case "yaml-single":
      return decodeYamlSingle(source, base);
    case "yaml-double":
      return decodeYamlDouble(source, base);
    case "yaml-block":
      return decodeYamlBlock(source, base, syntax.parentIndent);
    case "hcl-quoted":
      return decodeHclQuoted(source, base);
    case "hcl-heredoc":
      return decodeHclHeredoc(source, base);
    case "js-string":
      return decodeJsString(source, base);
    case "js-raw":
      return decodeJsRaw(source, base);
    case "js-dedent":
      return decodeJsDedent(source, base);
    case "python-string":
      return decodePythonString(source, base);
  }
}
