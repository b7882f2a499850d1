import {
  isSimplePattern,
  replaceText,
  trimBoth,
  trimCharacters,
  trimEnd,
  trimPrefix,
  trimSuffix,
} from "../../holes/text-rewrite.js";
import type { FilledIn, TextRewrite } from "../../map/literal.js";
import type { HostNode } from "../../tree/host-node.js";
import { knownText } from "../../tree/rewrite-text.js";

/** White space as Go has it, which `trimspace` takes off. */
const GO_SPACE = "[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const MOST_INDENT = 1_000;

/**
 * What a function of Terraform makes of a text, and which of its arguments that is; `rewrites` are there where the file
 * tells. What `replace` puts in may be known to the deployment alone. As HashiCorp documents them:
 * https://developer.hashicorp.com/terraform/language/functions/replace and its neighbours.
 */
export function textFunction(
  name: string,
  args: readonly HostNode[],
  source: string,
): { readonly text: HostNode | undefined; readonly rewrites: readonly TextRewrite[] | undefined } | undefined {
  const [first, second, third] = args;
  const word = knownText(second, source);
  switch (name) {
    case "tomap":
    case "toset":
    case "tolist":
    case "tostring":
    case "sensitive":
    case "nonsensitive":
      return { text: first, rewrites: [] };
    case "chomp":
      return { text: first, rewrites: [trimEnd("[\\r\\n]")] };
    case "trimspace":
      return { text: first, rewrites: trimBoth(GO_SPACE) };
    case "trim":
      return { text: first, rewrites: word === undefined ? undefined : trimCharacters(word) };
    case "trimprefix":
      return { text: first, rewrites: word === undefined ? undefined : [trimPrefix(word)] };
    case "trimsuffix":
      return { text: first, rewrites: word === undefined ? undefined : [trimSuffix(word)] };
    case "replace":
      return { text: first, rewrites: word && third ? replacing(word, filledIn(third, source)) : undefined };
    case "indent": {
      const spaces = first?.kind === "scalar" && typeof first.value === "number" ? first.value : undefined;
      const isKnown = spaces !== undefined && spaces >= 0 && spaces <= MOST_INDENT;
      return { text: second, rewrites: isKnown ? [replaceText("\n", `\n${" ".repeat(spaces)}`)] : undefined };
    }
    case "base64decode":
    case "base64encode":
    case "base64gzip":
    case "lower":
    case "regex":
    case "strrev":
    case "substr":
    case "title":
    case "upper":
    case "urlencode":
      return { text: first, rewrites: undefined };
    default:
      return undefined;
  }
}

/** Between slashes the text is a regular expression, and `$` in the replacement a group of it. */
function replacing(text: string, replacement: FilledIn): TextRewrite[] | undefined {
  const [, pattern] = /^\/(.+)\/$/s.exec(text) ?? [];
  if (pattern === undefined) return [replaceText(text, replacement)];
  const isPlain = typeof replacement === "string" && !replacement.includes("$");
  return isPlain && isSimplePattern(pattern) ? [{ pattern, replacement }] : undefined;
}

/** What an argument says, or its source where only the deployment knows. */
export function filledIn(argument: HostNode, source: string): FilledIn {
  const { kind, start, end } = argument;
  if (kind === "scalar" && argument.value !== null && typeof argument.value !== "string") return String(argument.value);
  return (
    knownText(argument, source) ?? { expression: kind === "expression" ? argument.source : source.slice(start, end) }
  );
}
