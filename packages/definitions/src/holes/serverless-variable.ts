import { interpolationEnd } from "../map/literals/interpolation-end.js";
import type { PieceReplacement } from "../map/piece.js";

/** How a variable begins behind its brace: with its source. */
const SOURCE = /[a-z][a-zA-Z0-9.-]*(?:\(|:(?!:))/.source;

/**
 * A Serverless variable names its source: `${self:custom.table}`, `${opt:stage, 'dev'}`, `${ssm(eu-west-1):/x}`,
 * `${strToBool(true)}`. `${AWS::Region}` and `${Table}` are left to CloudFormation, `${name}` to Velocity. As the
 * framework's parser has it (3.40.0, lib/configuration/variables/parse.js): dollars before the variable's own are
 * dropped with it, and of backslashes before `${` each second stands for one; an odd one keeps what follows. Runs of
 * either are looked at from their beginning alone: from each of their characters would take the square of the time.
 */
const OPENING = new RegExp(
  String.raw`(?<=^|[^\\$]|\$\\)(\\+)\$\{|(?<!\$)(?:\$(?<=(?<!\\)\\(?:\\\\)*\$))?(\$*)\$\{(?=${SOURCE})`,
  "g",
);

const BRACE = new RegExp(String.raw`(?<!\\)(\\*)(\$\{)(${SOURCE})?`, "g");

/** A source of a variable that holds a dot: the framework and its plug-ins have none, Velocity calls methods so. */
const METHOD_CALL = /^[a-z]\w*\.[\w.-]*\(/;

/** Finds the Serverless variables in `text`; the outermost ones where they nest. */
export function scanServerlessVariables(text: string): PieceReplacement[] {
  const found: PieceReplacement[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    const { index: start } = match;
    const [, backslashes, dollars = ""] = match;
    if (backslashes !== undefined) {
      found.push({ kind: "drop", start, end: start + Math.ceil(backslashes.length / 2) });
      // An even number escapes itself alone.
      if (backslashes.length % 2 === 0) OPENING.lastIndex = start + backslashes.length;
      continue;
    }
    const inside = OPENING.lastIndex;
    const end = interpolationEnd(text, inside, "'\"", "'\"");
    if (end === undefined) break;
    const variable = inside - "${".length;
    if (dollars !== "") found.push({ kind: "drop", start: variable - dollars.length, end: variable });
    const expression = text.slice(inside, end - 1).trim();
    found.push({ kind: "hole", construct: "Serverless variable", expression, start: variable, end });
    OPENING.lastIndex = end;
  }
  return found;
}

/** `text` so that the framework gives it back. */
export function escapeForServerless(text: string): string {
  return text.replace(BRACE, (_, backslashes: string, open: string, variable = "") => {
    return `${backslashes}${backslashes}${variable === "" ? "" : "\\"}${open}${variable}`;
  });
}

/** Why the framework refuses the file for a variable that is meant for Velocity: `${input.params('x')}`. */
export function refusedVariable(expression: string): string | undefined {
  const source = METHOD_CALL.exec(expression)?.[0].slice(0, -1);
  if (source === undefined) return undefined;
  const reference = `\${${expression}}`;
  return (
    `The Serverless Framework takes \`${reference}\` for a variable of its own, whose source \`${source}\` it does not know, and ` +
    `deploys nothing. For Velocity write \`$${expression}\` or \`\\${reference}\`.`
  );
}
