import type { Range } from "@apigw-vtl/compiler";
import type { JsonPosition } from "./json-automaton.js";

/** What is wrong with a text of the template's own, on the way that leads to it. */
export type JsonFault =
  | ({ readonly kind: "trailing-comma" } & TrailingComma)
  | { readonly kind: "text-after"; readonly range: Range }
  | ({ readonly kind: "misplaced" } & MisplacedText);

export interface TrailingComma {
  readonly comma: Range;
  /** The bracket right after it. */
  readonly bracket: Range;
}

/** A character that JSON does not have where it stands. */
export interface MisplacedText {
  readonly range: Range;
  readonly expected: ExpectedJson;
}

export type ExpectedJson = "name" | "colon" | "value" | "comma" | "bracket" | "character";

/**
 * The faults of a character that cannot follow, all of one kind. `commas`: what was printed last, on each way, but for
 * blanks.
 */
export function faultsOf(
  { at, open }: JsonPosition,
  char: string,
  commas: readonly Range[],
  range: Range,
): readonly [JsonFault, ...JsonFault[]] {
  const isClosing = char === "]" || char === "}";
  const [first, ...others] = commas;
  if (first && isClosing && closes(char, open) && (at === "value" || at === "name")) {
    const after = (comma: Range) => ({ kind: "trailing-comma", comma, bracket: range }) as const;
    return [after(first), ...others.map(after)];
  }
  if (at === "after-value" && open === "") return [{ kind: "text-after", range }];
  return [{ kind: "misplaced", range, expected: expectedAt(at, isClosing) }];
}

function closes(bracket: string, open: string): boolean {
  return open.endsWith(bracket === "]" ? "[" : "{");
}

function expectedAt(at: JsonPosition["at"], isClosing: boolean): ExpectedJson {
  switch (at) {
    case "name":
    case "object-start":
      return "name";
    case "colon":
      return "colon";
    case "string":
    case "escape":
    case "unicode":
      return "character";
    case "after-value":
    case "zero":
    case "integer":
    case "fraction":
    case "exponent-digits":
      return isClosing ? "bracket" : "comma";
    default:
      return "value";
  }
}
