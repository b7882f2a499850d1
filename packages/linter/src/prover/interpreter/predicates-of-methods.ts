import { charsOf } from "../text/char-set.js";
import { matchesNumbersOnly } from "../text/number-pattern.js";
import { characters, jsonTypes, originsOf } from "../text/piece.js";
import { type CharacterClass, characterClass } from "../text/regex-class.js";
import type { Alternative } from "../values/value.js";
import { text } from "../values/value.js";
import {
  always,
  byEmptiness,
  either,
  equalTo,
  never,
  nonEmptyText,
  oneOf,
  type Predicate,
  type Split,
} from "./predicates.js";

/** Methods that give a boolean; on a value without them they give the empty text, which is true as a condition. */
const booleanMethods = new Set([
  "contains",
  "containsKey",
  "containsValue",
  "endsWith",
  "equals",
  "equalsIgnoreCase",
  "isEmpty",
  "matches",
  "startsWith",
  "contentEquals",
]);

/** What a call says about the value that it is made on; `undefined` for calls that are no tests. */
export function methodPredicate(name: string, args: readonly (string | undefined)[]): Predicate | undefined {
  if (!booleanMethods.has(name)) return undefined;
  if (name === "isEmpty" && args.length === 0) return isEmpty;
  const [argument] = args;
  if (args.length !== 1 || argument === undefined) return either;
  if (name === "equals") return equals(argument);
  if (name === "equalsIgnoreCase") return consistsOf(lettersOf([argument]));
  if (name === "matches") return matches(argument);
  if (name === "contains" || name === "startsWith" || name === "endsWith") {
    return argument === "" ? either : contains;
  }
  return either;
}

const isEmpty: Predicate = (one) => {
  switch (one.kind) {
    case "text":
    case "map":
    case "list": {
      const { empty, full } = byEmptiness(one);
      return { yes: empty, no: full };
    }
    case "number":
    case "boolean":
    case "null":
      return always(one);
    default:
      return either(one);
  }
};

/** Java's `equals` with a text: only that text is equal to it. */
function equals(argument: string): Predicate {
  const sameText = equalTo(text(argument))!;
  return (one): Split => {
    if (one.kind === "text") return sameText(one);
    // A call on null is null, which as a condition is the empty text: true.
    if (one.kind === "null") return always(one);
    return one.kind === "unknown" || one.kind === "symbol" ? either(one) : never(one);
  };
}

function matches(regex: string): Predicate {
  if (matchesNumbersOnly(regex)) return isNumberText;
  const texts = literalAlternatives(regex);
  if (texts !== undefined) return oneOf(texts);
  const anyCase = regex.startsWith("(?i)") ? literalAlternatives(regex.slice("(?i)".length)) : undefined;
  const found = anyCase === undefined ? characterClass(regex, { whole: true }) : lettersOf(anyCase);
  return found === undefined ? either : consistsOf(found);
}

/** A text of these characters alone. */
function consistsOf({ set, min }: Pick<CharacterClass, "set" | "min">): Predicate {
  return (one: Alternative): Split => {
    const [only] = one.kind === "text" ? one.pieces : [];
    if (one.kind !== "text" || one.pieces.length !== 1 || only?.kind !== "characters") return either(one);
    const pieces = [characters(only.set & set, Math.max(only.min, min), only.origins)];
    return { yes: [{ kind: "text", pieces }], no: [one] };
  };
}

/** What texts that are equal to one of some but for case consist of; `K` and `\u212a` are, for Java. */
function lettersOf(texts: readonly string[]): Pick<CharacterClass, "set" | "min"> {
  const letters = texts.join("");
  return { set: charsOf(`${letters.toLowerCase()}${letters.toUpperCase()}\u212a`), min: texts.includes("") ? 0 : 1 };
}

/** The texts of `asc|desc`, `^(asc|desc)$` and their like. */
function literalAlternatives(regex: string): readonly string[] | undefined {
  const [, grouped, plain] = /^\^?(?:\((?:\?:)?([\w |-]+)\)|([\w |-]+))\$?$/.exec(regex) ?? [];
  const alternatives = grouped ?? plain;
  // `^a|b$` is `^a` or `b$`.
  return alternatives !== undefined && (grouped !== undefined || !/[$^]/.test(regex))
    ? alternatives.split("|")
    : undefined;
}

const isNumberText: Predicate = (one) => {
  if (one.kind !== "text") return either(one);
  const pieces = [{ kind: "json", types: jsonTypes.number, origins: originsOf(one.pieces) }] as const;
  return { yes: [{ kind: "text", pieces }], no: [one] };
};

/** Holds of texts that are not empty; the first of what it is looked for in. */
const contains: Predicate = (one) => {
  if (one.kind !== "text") return either(one);
  return { yes: nonEmptyText(one.pieces), no: [one] };
};
