import { charsOf, isSubset } from "../text/char-set.js";
import { characters, charsOfPiece, constant, constantText, minLength, type Pieces } from "../text/piece.js";
import { type Alternative, emptyText, knownInteger, knownText, type Value } from "../values/value.js";

/** What is left of an alternative where a condition holds, and where it does not. */
export interface Split {
  readonly yes: Value;
  readonly no: Value;
}

export type Predicate = (one: Alternative) => Split;

export const either = (one: Alternative): Split => ({ yes: [one], no: [one] });
export const always = (one: Alternative): Split => ({ yes: [one], no: [] });
export const never = (one: Alternative): Split => ({ yes: [], no: [one] });

/** Only the Boolean false is false. */
export const truth: Predicate = (one) => {
  switch (one.kind) {
    case "boolean":
      if (one.value === undefined) {
        return { yes: [{ kind: "boolean", value: true }], no: [{ kind: "boolean", value: false }] };
      }
      return one.value ? always(one) : never(one);
    case "unknown":
      return either(one);
    default:
      return always(one);
  }
};

/** `== constant`: numbers by value, everything else by what it prints. `undefined` if the value is not constant. */
export function equalTo(constantValue: Value): Predicate | undefined {
  const text = printOfConstant(constantValue);
  if (text === undefined) return undefined;
  const number = knownInteger(constantValue);
  return (one) => splitByText(one, text, number);
}

/** Whether a text is one of some. What is no text is left open, and so is which texts are none of them. */
export function oneOf(texts: readonly string[]): Predicate {
  const predicates = texts.map((text) => equalTo([{ kind: "text", pieces: text === "" ? [] : [constant(text)] }])!);
  return (one) => {
    if (one.kind !== "text") return either(one);
    return { yes: predicates.flatMap((isText) => isText(one).yes), no: [one] };
  };
}

function printOfConstant(value: Value): string | undefined {
  const [only] = value;
  if (value.length === 1 && only?.kind === "boolean" && only.value !== undefined) return String(only.value);
  return knownText(value) ?? knownInteger(value)?.toString();
}

function splitByText(one: Alternative, text: string, number: number | undefined): Split {
  switch (one.kind) {
    case "text":
      return splitText(one, text);
    case "number":
      if (number !== undefined && (number < one.min || number > one.max)) return never(one);
      if (number !== undefined && one.min === one.max) return always(one);
      return number !== undefined || /^-?[0-9.EINa-y]+$/.test(text) ? either(one) : never(one);
    case "boolean":
      if (text !== "true" && text !== "false") return never(one);
      if (one.value === undefined) {
        const value = text === "true";
        return { yes: [{ kind: "boolean", value }], no: [{ kind: "boolean", value: !value }] };
      }
      return String(one.value) === text ? always(one) : never(one);
    case "map":
      if (one.symbol.root === "context") return text === "" ? always(one) : never(one);
      return text.startsWith("{") ? either(one) : never(one);
    case "list":
      if (text === "[]") return { yes: [{ ...one, empty: true }], no: [{ ...one, empty: false }] };
      return text.startsWith("[") ? either(one) : never(one);
    default:
      return either(one);
  }
}

function splitText(one: Extract<Alternative, { kind: "text" }>, text: string): Split {
  const known = constantText(one.pieces);
  if (known !== undefined) return known === text ? always(one) : never(one);
  const least = one.pieces.reduce((sum, piece) => sum + minLength(piece), 0);
  const set = one.pieces.reduce((union, piece) => union | charsOfPiece(piece), 0n);
  const isPossible = least <= text.length && isSubset(charsOf(text), set);
  const yes: Value = isPossible ? [{ kind: "text", pieces: text === "" ? [] : [constant(text)] }] : [];
  return { yes, no: text === "" ? nonEmptyText(one.pieces) : [one] };
}

/** The texts that are not empty. */
export function nonEmptyText(pieces: Pieces): Value {
  const [only] = pieces;
  if (pieces.length === 0) return [];
  if (pieces.length === 1 && only?.kind === "characters") {
    return only.set === 0n ? [] : [{ kind: "text", pieces: [characters(only.set, 1, only.origins)] }];
  }
  return [{ kind: "text", pieces }];
}

/** What a text, a map or a list is when it is empty, and when it is not. */
export function byEmptiness(one: Extract<Alternative, { kind: "text" | "map" | "list" }>): {
  readonly empty: Value;
  readonly full: Value;
} {
  if (one.kind === "text") return { empty: mayBeEmpty(one.pieces) ? emptyText : [], full: nonEmptyText(one.pieces) };
  return {
    empty: one.empty === false ? [] : [{ ...one, empty: true }],
    full: one.empty === true ? [] : [{ ...one, empty: false }],
  };
}

/** Whether a text may be empty. */
function mayBeEmpty(pieces: Pieces): boolean {
  return pieces.every((piece) => minLength(piece) === 0);
}

/** Splits each alternative of a value. */
export function splitValue(value: Value, predicate: Predicate): Split {
  const splits = value.map(predicate);
  return { yes: splits.flatMap(({ yes }) => yes), no: splits.flatMap(({ no }) => no) };
}
