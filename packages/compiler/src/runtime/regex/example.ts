import type { CharSet } from "./char-set.js";
import { Pattern } from "./pattern.js";
import { parsePattern } from "./pattern-parser.js";
import type { RegexNode } from "./syntax-tree.js";

/** Characters that make readable examples, the plainest first, then whatever else a class may ask for. */
const PREFERRED = [..."a1A-_.:/@ +~#=&?%,;'\"\\\n\t"].map((char) => char.codePointAt(0)!);
const LAST_TRIED = 0x2fff;

/** Texts longer than this are of no use as examples. */
const LONGEST = 1000;

/**
 * A short text that a Java regular expression finds a match in. `undefined` where none comes to mind: assertions that
 * look around are not followed, only kept to by chance.
 * @throws JavaException PatternSyntaxException
 */
export function exampleOf(source: string): string | undefined {
  const example = textOf(parsePattern(source).root, []);
  if (example === undefined) return undefined;
  return new Pattern(source).find(example) === undefined ? undefined : example;
}

/** `captured` is what the groups so far stand for, for references back to them. */
function textOf(node: RegexNode, captured: string[]): string | undefined {
  switch (node.type) {
    case "literal":
      return String.fromCodePoint(node.codePoint);
    case "set":
      return memberOf(node.set);
    case "assertion":
    case "graphemeBoundary":
    case "lookAhead":
    case "lookBehind":
    case "optional":
      return "";
    case "backReference":
      return captured[node.group] ?? "";
    case "grapheme":
      return "a";
    case "lineBreak":
      return "\n";
    case "sequence":
      return joined(node.nodes.map((part) => textOf(part, captured)));
    case "alternation":
      return node.branches.map((branch) => textOf(branch, captured)).find((text) => text !== undefined);
    case "group": {
      const text = textOf(node.body, captured);
      if (node.index !== undefined && text !== undefined) captured[node.index] = text;
      return text;
    }
    case "atomic":
      return textOf(node.body, captured);
    case "quantified": {
      if (node.min === 0) return "";
      const text = textOf(node.body, captured);
      return text === undefined || text.length * node.min > LONGEST ? undefined : text.repeat(node.min);
    }
  }
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  return texts.includes(undefined) ? undefined : texts.join("");
}

function memberOf(set: CharSet): string | undefined {
  for (const codePoint of PREFERRED) if (set.has(codePoint)) return String.fromCodePoint(codePoint);
  for (let codePoint = 0; codePoint <= LAST_TRIED; codePoint++) {
    if (set.has(codePoint)) return String.fromCodePoint(codePoint);
  }
  return undefined;
}
