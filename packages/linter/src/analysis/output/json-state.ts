import type { Range } from "@apigw-vtl/compiler";

/** Where the text printed so far ends, in terms of JSON. */
export type JsonMode =
  /** A value must come; after `[` the list may end as well. */
  | "value"
  | "value-or-end"
  /** A value is complete. */
  | "after"
  /** A member's name must come; after `{` the object may end as well. */
  | "key"
  | "key-or-end"
  | "colon"
  | "string"
  | "string-escape"
  | "key-string"
  | "key-escape"
  /** In a number, a word, or an unquoted text. */
  | "bare";

/** One way that the template may have gone. States are equal if their `stateKey` is. */
export interface JsonState {
  readonly mode: JsonMode;
  /** The brackets that are open, outermost first. */
  readonly stack: string;
  /** The last comma, while nothing but blanks follows it. */
  readonly comma: Range | undefined;
  /** Set when a text of unknown structure was printed, or a test of unknown outcome made: no problem is sure then. */
  readonly unsure: boolean;
  /** Truth of conditions that matter again later on. */
  readonly truths: ReadonlyMap<string, boolean>;
  /** Texts of variables that are constant on this way. */
  readonly constants: ReadonlyMap<string, string>;
  /** Of the innermost loop: whether this is its first round, and whether another one follows. */
  readonly first: boolean | undefined;
  readonly more: boolean | undefined;
}

export const startOfJson: JsonState = {
  mode: "value",
  stack: "",
  comma: undefined,
  unsure: false,
  truths: new Map(),
  constants: new Map(),
  first: undefined,
  more: undefined,
};

export function stateKey(state: JsonState): string {
  const { mode, stack, comma, unsure, truths, constants, first, more } = state;
  return `${mode} ${stack} ${comma?.start} ${unsure} ${first} ${more} ${keyOfMap(truths)} ${keyOfMap(constants)}`;
}

/** Whether two states are at one place of the document: all that reading a text depends on, and all that it changes. */
export function isSamePlace(a: JsonState, b: JsonState): boolean {
  return a.mode === b.mode && a.stack === b.stack && a.unsure === b.unsure && a.comma?.start === b.comma?.start;
}

/** Whether their `stateKey` is the same. */
export function isSameState(a: JsonState, b: JsonState): boolean {
  return (
    isSamePlace(a, b) &&
    a.first === b.first &&
    a.more === b.more &&
    (a.truths === b.truths || keyOfMap(a.truths) === keyOfMap(b.truths)) &&
    (a.constants === b.constants || keyOfMap(a.constants) === keyOfMap(b.constants))
  );
}

/** States share their maps, which nobody changes. */
const mapKeys = new WeakMap<ReadonlyMap<string, unknown>, string>();

function keyOfMap(map: ReadonlyMap<string, unknown>): string {
  if (map.size === 0) return "";
  const known = mapKeys.get(map);
  if (known !== undefined) return known;
  const key = JSON.stringify([...map].sort());
  mapKeys.set(map, key);
  return key;
}

/** A fault that is sure on the way that led to it. */
export type JsonFault =
  | ({ readonly kind: "trailing-comma" } & TrailingComma)
  | { readonly kind: "text-after"; readonly range: Range }
  | ({ readonly kind: "misplaced" } & MisplacedText);

/** A character that JSON does not have where it stands. */
export interface MisplacedText {
  readonly range: Range;
  readonly expected: ExpectedJson;
}

export type ExpectedJson = "name" | "colon" | "value" | "comma" | "bracket";

export interface TrailingComma {
  readonly comma: Range;
  /** The bracket right after it. */
  readonly bracket: Range;
}

/** Reads a value that is printed as a whole and of which the text is not known. */
export function readUnknown(state: JsonState): JsonState {
  switch (state.mode) {
    case "value":
    case "value-or-end":
      return { ...state, mode: "bare", comma: undefined };
    case "string-escape":
      return { ...state, mode: "string" };
    case "key-escape":
      return { ...state, mode: "key-string" };
    case "string":
    case "key-string":
    case "bare":
      return state;
    default:
      return { ...state, unsure: true };
  }
}
