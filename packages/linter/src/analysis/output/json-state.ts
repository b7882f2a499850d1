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

/** How far a text that begins in this state goes without changing it: within a string, to its next quote or backslash. */
export function skipUnchanged({ mode }: JsonState, text: string, from: number): number {
  if (mode !== "string" && mode !== "key-string") return from;
  let at = from;
  while (at < text.length && text[at] !== '"' && text[at] !== "\\") at++;
  return at;
}

/** Reads one character. `report` is told of a comma with nothing after it. */
export function readCharacter(
  state: JsonState,
  char: string,
  at: Range,
  report: (found: JsonFault) => void,
): JsonState {
  switch (state.mode) {
    case "string":
      return char === '"' ? { ...state, mode: "after" } : char === "\\" ? { ...state, mode: "string-escape" } : state;
    case "key-string":
      return char === '"' ? { ...state, mode: "colon" } : char === "\\" ? { ...state, mode: "key-escape" } : state;
    case "string-escape":
      return { ...state, mode: "string" };
    case "key-escape":
      return { ...state, mode: "key-string" };
  }
  if (/\s/.test(char)) return state.mode === "bare" ? { ...state, mode: "after" } : state;
  if (state.mode === "after" && state.stack === "" && !state.unsure) report({ kind: "text-after", range: at });
  const inObject = state.stack.endsWith("{");
  const expected = state.unsure ? undefined : expectedInstead(state, char);
  if (expected) report({ kind: "misplaced", range: at, expected });
  // Which brackets are open is not known any more.
  if (expected === "bracket") return { ...state, unsure: true, stack: state.stack.slice(0, -1), mode: "after" };
  const next = state.comma ? { ...state, comma: undefined } : state;
  switch (char) {
    case '"':
      return { ...next, mode: state.mode === "key" || state.mode === "key-or-end" ? "key-string" : "string" };
    case "{":
      return { ...next, mode: "key-or-end", stack: `${state.stack}{` };
    case "[":
      return { ...next, mode: "value-or-end", stack: `${state.stack}[` };
    case "}":
    case "]":
      if (state.comma && !state.unsure) report({ kind: "trailing-comma", comma: state.comma, bracket: at });
      return { ...next, mode: "after", stack: state.stack.slice(0, -1) };
    case ",":
      return { ...state, mode: inObject ? "key" : "value", comma: at };
    case ":":
      return { ...next, mode: inObject ? "value" : "bare" };
    default:
      return { ...next, mode: state.mode === "key" || state.mode === "key-or-end" ? "colon" : "bare" };
  }
}

/** What should stand in place of a character; `undefined` if it is right, or another fault. */
function expectedInstead({ mode, stack }: JsonState, char: string): ExpectedJson | undefined {
  switch (mode) {
    case "key":
    case "key-or-end":
      return char === '"' || char === "}" ? undefined : "name";
    case "colon":
      return char === ":" ? undefined : "colon";
    case "value":
      // After a comma `]` is a trailing comma.
      if (char === "]" && stack.endsWith("[")) return undefined;
      return isValueStart(char) ? undefined : "value";
    case "value-or-end":
      return char === "]" || isValueStart(char) ? undefined : "value";
    case "after":
      if (stack === "" || char === ",") return undefined;
      return closesOther(char, stack) ? "bracket" : /[}\]]/.test(char) ? undefined : "comma";
    case "bare":
      return closesOther(char, stack) ? "bracket" : /[;={["]/.test(char) ? "comma" : undefined;
    default:
      return undefined;
  }
}

/** `]` where `{` is open, or the other way round. */
function closesOther(char: string, stack: string): boolean {
  return (char === "]" && stack.endsWith("{")) || (char === "}" && stack.endsWith("["));
}

/** A number, a word or a bracket. Which words there are is not looked at, since a value may follow that is not known. */
function isValueStart(char: string): boolean {
  return /["{[\-\w]/.test(char);
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
