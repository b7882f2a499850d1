import type { Range } from "@apigw-vtl/compiler";
import { SharedMap } from "./shared-map.js";

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

/** A place in the document: all that reading a text depends on, and all that it changes. */
export interface JsonPlace {
  readonly mode: JsonMode;
  /** The brackets that are open, outermost first. */
  readonly stack: string;
  /** The last comma, while nothing but blanks follows it. */
  readonly comma: Range | undefined;
  /** Set when a text of unknown structure was printed, or a test of unknown outcome made: no problem is sure then. */
  readonly unsure: boolean;
}

/** One way that the template may have gone. */
export interface JsonState {
  readonly place: JsonPlace;
  /** Truth of conditions that matter again later on. */
  readonly truths: SharedMap<boolean>;
  /** Texts of variables that are constant on this way. */
  readonly constants: SharedMap<string>;
  /** Of the innermost loop: whether this is its first round, and whether another one follows. */
  readonly first: boolean | undefined;
  readonly more: boolean | undefined;
}

export function startOfJson(): JsonState {
  const place: JsonPlace = { mode: "value", stack: "", comma: undefined, unsure: false };
  return { place, truths: new SharedMap(), constants: new SharedMap(), first: undefined, more: undefined };
}

// States are made by the hundred thousand: written out, which is several times as fast as a spread.

export function atPlace({ truths, constants, first, more }: JsonState, place: JsonPlace): JsonState {
  return { place, truths, constants, first, more };
}

export function inRound({ place, truths, constants }: JsonState, { first, more }: Round): JsonState {
  return { place, truths, constants, first, more };
}

/** Of the innermost loop. */
export type Round = Pick<JsonState, "first" | "more">;

export function withTruths({ place, constants, first, more }: JsonState, truths: JsonState["truths"]): JsonState {
  return { place, truths, constants, first, more };
}

export function withConstants({ place, truths, first, more }: JsonState, constants: JsonState["constants"]): JsonState {
  return { place, truths, constants, first, more };
}

export function unsure(state: JsonState): JsonState {
  return state.place.unsure ? state : atPlace(state, { ...state.place, unsure: true });
}

/** States with one key are the same. Hardly any others are, since ways that know the same mostly share it. */
export function stateKey({ place, truths, constants, first, more }: JsonState): string {
  const { mode, stack, comma, unsure } = place;
  return `${mode} ${stack} ${comma?.start} ${unsure} ${first} ${more} ${truths.id} ${constants.id}`;
}

export function isSamePlace(a: JsonPlace, b: JsonPlace): boolean {
  return (
    a === b || (a.mode === b.mode && a.stack === b.stack && a.unsure === b.unsure && a.comma?.start === b.comma?.start)
  );
}

export function isSameState(a: JsonState, b: JsonState): boolean {
  return (
    isSamePlace(a.place, b.place) &&
    a.first === b.first &&
    a.more === b.more &&
    a.truths.equals(b.truths) &&
    a.constants.equals(b.constants)
  );
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
export function readUnknown(place: JsonPlace): JsonPlace {
  switch (place.mode) {
    case "value":
    case "value-or-end":
      return { ...place, mode: "bare", comma: undefined };
    case "string-escape":
      return { ...place, mode: "string" };
    case "key-escape":
      return { ...place, mode: "key-string" };
    case "string":
    case "key-string":
    case "bare":
      return place;
    default:
      return place.unsure ? place : { ...place, unsure: true };
  }
}
