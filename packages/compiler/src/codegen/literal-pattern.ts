import type { MethodStep } from "../syntax/tree.js";
import { quote } from "./code.js";
import { constantText } from "./constants.js";

/** Characters that mean themselves in a regular expression, and those that do so after a backslash. */
const LITERAL_PATTERN = /^(?:[^\\^$.|?*+()[\]{}#\s\ud800-\uffff]| |\\[^A-Za-z0-9\s\u0080-\uffff])+$/;

/** The text that a regular expression matches and nothing else; undefined if there is more to it. */
function textOfPattern(pattern: string): string | undefined {
  return LITERAL_PATTERN.test(pattern) ? pattern.replace(/\\(.)/g, "$1") : undefined;
}

/** A call of a method that takes a pattern, if that is plain text: the function of the runtime for it, and its arguments. */
export function literalPatternCall({ name, arguments: args }: MethodStep): [string, ...string[]] | undefined {
  const [text, replacement] = args.map((argument) =>
    argument.type === "StringLiteral" ? constantText(argument) : undefined,
  );
  const literal = text === undefined ? undefined : textOfPattern(text);
  if (literal === undefined) return undefined;
  if (name === "split" && args.length === 1) return ["splitLiteral", quote(literal)];
  if (name !== "replaceAll" || args.length !== 2 || replacement === undefined) return undefined;
  return /[\\$]/.test(replacement) ? undefined : ["replaceLiteral", quote(literal), quote(replacement)];
}
