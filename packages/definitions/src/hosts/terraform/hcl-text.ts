import { replaceText, trimBoth, trimCharacters, trimEnd, trimPrefix, trimSuffix } from "../../holes/text-rewrite.js";
import type { TextRewrite } from "../../map/literal.js";
import type { HostNode } from "../../tree/host-node.js";
import { knownText } from "../../tree/rewrite-text.js";

/** White space as Go has it, which `trimspace` takes off. */
const GO_SPACE = "[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const MOST_INDENT = 1_000;

/**
 * What a function of Terraform makes of a text, and which of its arguments that is; of one whose other arguments only
 * the deployment knows, and of `replace` by a regular expression, the text stays as it is written. As HashiCorp
 * documents them: https://developer.hashicorp.com/terraform/language/functions/replace and its neighbours.
 */
export function textFunction(
  name: string,
  args: readonly HostNode[],
  source: string,
): { readonly text: HostNode | undefined; readonly rewrites: readonly TextRewrite[] } | undefined {
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
      return { text: first, rewrites: word ? trimCharacters(word) : [] };
    case "trimprefix":
      return { text: first, rewrites: word ? [trimPrefix(word)] : [] };
    case "trimsuffix":
      return { text: first, rewrites: word ? [trimSuffix(word)] : [] };
    case "replace": {
      const replacement = knownText(third, source);
      const isKnown = word && !/^\/.*\/$/s.test(word) && replacement !== undefined;
      return { text: first, rewrites: isKnown ? [replaceText(word, replacement)] : [] };
    }
    case "indent": {
      const spaces = first?.kind === "scalar" && typeof first.value === "number" ? first.value : 0;
      const rewrites = spaces > 0 && spaces <= MOST_INDENT ? [replaceText("\n", `\n${" ".repeat(spaces)}`)] : [];
      return { text: second, rewrites };
    }
    default:
      return undefined;
  }
}
