import { interpolationEnd } from "../map/literals/interpolation-end.js";
import type { PieceReplacement } from "../map/piece.js";

/**
 * A Serverless variable names its source: `${self:custom.table}`, `${opt:stage, 'dev'}`, `${ssm(eu-west-1):/x}`,
 * `${file(./x.vtl)}`. `${AWS::Region}` and `${Table}` are left to CloudFormation, `${name}` to Velocity.
 */
const OPENING = /\$\{(?:file\(|[a-zA-Z][\w-]*(?:\([^(){}]*\))?:(?!:))/g;

/** Finds the Serverless variables in `text`; the outermost ones where they nest. */
export function scanServerlessVariables(text: string): PieceReplacement[] {
  const found: PieceReplacement[] = [];
  let after = 0;
  for (const { index: start } of text.matchAll(OPENING)) {
    if (start < after) continue;
    const end = interpolationEnd(text, start + 2, "'\"", "'\"");
    if (end === undefined) break;
    const expression = text.slice(start + 2, end - 1).trim();
    found.push({ kind: "hole", construct: "Serverless variable", expression, start, end });
    after = end;
  }
  return found;
}
