import { keptIn, remembered } from "../../remembered.js";
import { allChars } from "../text/char-set.js";
import { changeCase, foldPieces, partOf } from "../text/escaping.js";
import { blur, characters, concatenate, constantText, minLength, originsOf, type Pieces } from "../text/piece.js";
import { leavesEscaped, replace, replaceAll } from "../text/replacing.js";
import {
  boolean,
  integer,
  knownText,
  nullValue,
  someBoolean,
  someCount,
  someInteger,
  textOf,
  unknown,
  type Value,
} from "../values/value.js";
import { isCollectionMethod } from "./java-methods.js";
import type { Machine } from "./machine.js";
import { printedText } from "./printed.js";
import type { State } from "./state.js";

const callsOn = remembered((_: Pieces) => new Map<string, Value>());

/** A method of a Java String; the same of the same text with known texts as arguments. */
export function callText(machine: Machine, state: State, pieces: Pieces, name: string, args: readonly Value[]): Value {
  const key = keyOfCall(name, args);
  const call = () => resultOfCall(machine, state, pieces, name, args);
  return key === undefined ? call() : keptIn(callsOn(pieces), key, call);
}

function keyOfCall(name: string, args: readonly Value[]): string | undefined {
  let key = name;
  for (const argument of args) {
    const text = knownText(argument);
    if (text === undefined) return undefined;
    key += JSON.stringify(text);
  }
  return key;
}

function resultOfCall(machine: Machine, state: State, pieces: Pieces, name: string, args: readonly Value[]): Value {
  const texts = args.map((argument) => knownText(machine.resolve(argument, state)));
  const [first, second] = texts;
  switch (name) {
    case "toString":
    case "intern":
      return textOf(pieces);
    case "trim":
    case "strip":
      return textOf(foldIfKnown(pieces, name, args, machine, state) ?? trimmed(pieces));
    case "substring":
    case "subSequence":
      return textOf(foldIfKnown(pieces, name, args, machine, state) ?? partOf(pieces));
    case "toLowerCase":
      return textOf(foldPieces(pieces, name, []) ?? (isEscaped(pieces) ? pieces : changeCase(pieces)));
    case "toUpperCase":
      return textOf(foldPieces(pieces, name, []) ?? changeCase(pieces));
    case "concat":
      return args.length === 1 ? textOf(concatenate(pieces, printedText(machine, state, args[0]!))) : nullValue;
    case "replaceAll":
      return first !== undefined && second !== undefined
        ? textOf(replaceAll(pieces, first, second))
        : replaced(machine, state, pieces, args);
    case "replace":
      return first !== undefined && second !== undefined
        ? textOf(replace(pieces, first, second))
        : replaced(machine, state, pieces, args);
    case "replaceFirst":
      return first !== undefined && second !== undefined && leavesEscaped(pieces, first, second)
        ? textOf(pieces)
        : replaced(machine, state, pieces, args);
    case "split":
      return [{ kind: "items", item: textOf(partOf(pieces)), items: undefined, empty: undefined, isArray: true }];
    case "length":
      return length(pieces);
    case "indexOf":
    case "lastIndexOf":
    case "compareTo":
    case "compareToIgnoreCase":
    case "hashCode":
    case "codePointAt":
      return someInteger;
    case "isEmpty":
      if (pieces.length === 0) return boolean(true);
      return pieces.some((piece) => minLength(piece) > 0) ? boolean(false) : someBoolean;
    case "contains":
    case "startsWith":
    case "endsWith":
    case "equals":
    case "equalsIgnoreCase":
    case "matches":
    case "contentEquals":
      return someBoolean;
    case "charAt":
      return textOf(partOf(pieces));
    case "repeat":
      return textOf(partOf(pieces));
    default:
      return isCollectionMethod(name) || name === "count" ? nullValue : unknown;
  }
}

/** No escape has a blank in it, and each is the same in small letters. */
function isEscaped(pieces: Pieces): boolean {
  return pieces.length === 1 && pieces[0]?.kind === "escaped";
}

function trimmed(pieces: Pieces): Pieces {
  return isEscaped(pieces) ? pieces : partOf(pieces);
}

/** Cut where the numbers are known and the text is. */
function foldIfKnown(
  pieces: Pieces,
  name: string,
  args: readonly Value[],
  machine: Machine,
  state: State,
): Pieces | undefined {
  const text = constantText(pieces);
  if (text === undefined) return undefined;
  if (args.length === 0) return foldPieces(pieces, name, []);
  const numbers = args.map((argument) => machine.resolve(argument, state)).map(([only]) => only);
  const bounds = numbers.map((one) => (one?.kind === "number" && one.min === one.max ? one.min : undefined));
  const [from, to = text.length] = bounds;
  if (from === undefined || bounds.includes(undefined) || from < 0 || to > text.length || from > to) return undefined;
  return concatenate([{ kind: "constant", text: text.slice(from, to) }]);
}

/** Anything over the characters of the text and the replacement. */
function replaced(machine: Machine, state: State, pieces: Pieces, args: readonly Value[]): Value {
  if (args.length !== 2) return nullValue;
  const inserted = printedText(machine, state, args[1]!);
  const piece = blur(concatenate(pieces, inserted));
  const set = piece.kind === "characters" ? piece.set : allChars;
  return textOf([characters(set, 0, originsOf(pieces))]);
}

function length(pieces: Pieces): Value {
  const text = constantText(pieces);
  return text === undefined ? someCount : integer(text.length);
}
