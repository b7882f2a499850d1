import type { DefineDirective } from "@apigw-vtl/compiler";
import { remembered } from "../../remembered.js";
import { allChars } from "../text/char-set.js";
import {
  blur,
  characters,
  concatenate,
  constant,
  constantText,
  keyOfPieces,
  type Pieces,
  widestTexts,
} from "../text/piece.js";
import type { InputSymbol } from "./input-symbol.js";

/** One of the things that a value may be. Numbers lie in `min` to `max`. */
export type Alternative =
  | { readonly kind: "text"; readonly pieces: Pieces }
  | { readonly kind: "number"; readonly integer: boolean; readonly min: number; readonly max: number }
  | { readonly kind: "boolean"; readonly value: boolean | undefined }
  | { readonly kind: "null" }
  /**
   * An input, whose type is looked up when it matters. Where `orEmpty` is set it was the value of an expression, and the
   * empty text if it was null.
   */
  | { readonly kind: "symbol"; readonly symbol: InputSymbol; readonly orEmpty?: true }
  | { readonly kind: "map"; readonly symbol: InputSymbol; readonly empty: boolean | undefined }
  | { readonly kind: "list"; readonly symbol: InputSymbol; readonly empty: boolean | undefined }
  /** `$input.params()` */
  | { readonly kind: "parameters" }
  /** A map or list that the template makes at an offset; what is in it stands in the `Heap`. */
  | { readonly kind: "made"; readonly type: "map" | "list"; readonly site: number }
  /** `keySet()`, `values()` or `entrySet()` of a map. */
  | { readonly kind: "view"; readonly of: "keys" | "values" | "entries"; readonly map: Alternative }
  /** What `entrySet()` holds. */
  | { readonly kind: "entry"; readonly name: Value; readonly member: Value }
  /** `[from..to]`, or what `split` gives, which is no list but a Java array. */
  | {
      readonly kind: "items";
      readonly item: Value;
      readonly items: readonly Value[] | undefined;
      readonly empty: boolean | undefined;
      readonly isArray?: true;
    }
  | { readonly kind: "block"; readonly node: DefineDirective }
  | {
      readonly kind: "root";
      readonly name: "input" | "util" | "method" | "request" | "foreach";
      readonly depth?: number;
    }
  | { readonly kind: "unknown" };

/** The things that a value may be; none of them if the expression cannot be reached. */
export type Value = readonly Alternative[];

export const unknown: Value = [{ kind: "unknown" }];
export const emptyText: Value = text("");
export const nullValue: Value = [{ kind: "null" }];
export const someBoolean: Value = [{ kind: "boolean", value: undefined }];
export const someInteger: Value = [
  { kind: "number", integer: true, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
];
export const someNumber: Value = [
  { kind: "number", integer: false, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY },
];
export const someCount: Value = [{ kind: "number", integer: true, min: 0, max: Number.POSITIVE_INFINITY }];

export function text(value: string): Value {
  return [{ kind: "text", pieces: value === "" ? [] : [constant(value)] }];
}

export function textOf(pieces: Pieces): Value {
  return [{ kind: "text", pieces }];
}

export function anyText(origins: readonly string[] = []): Value {
  return textOf([characters(allChars, 0, origins)]);
}

export function boolean(value: boolean): Value {
  return [{ kind: "boolean", value }];
}

export function integer(value: number): Value {
  return [{ kind: "number", integer: true, min: value, max: value }];
}

export const symbolValue = remembered((symbol: InputSymbol): Value => [{ kind: "symbol", symbol }]);

/** Whether a value says all of itself: nothing of it stands in the heap, or is learned on the way. */
export function isSelfContained(value: Value): boolean {
  return value.every(({ kind }) => !elsewhere.has(kind));
}

const elsewhere: ReadonlySet<Alternative["kind"]> = new Set(["symbol", "made", "view", "entry", "items", "block"]);

/** What is made of each of the things that a value may be. */
export function unionOf(value: Value, make: (one: Alternative) => Value): Value {
  const [only] = value;
  return only !== undefined && value.length === 1 ? make(only) : union(...value.map(make));
}

/** The text of a value that is surely one known text. */
export function knownText(value: Value): string | undefined {
  const [only] = value;
  return value.length === 1 && only?.kind === "text" ? constantText(only.pieces) : undefined;
}

/** The number that a value surely is. */
export function knownInteger(value: Value): number | undefined {
  const [only] = value;
  return value.length === 1 && only?.kind === "number" && only.integer && only.min === only.max ? only.min : undefined;
}

/** Equal keys mean equal values. */
export const keyOfValue = remembered((value: Value): string => value.map(keyOfAlternative).join("/"));

function keyOfAlternative(alternative: Alternative): string {
  switch (alternative.kind) {
    case "text":
      return `t(${keyOfPieces(alternative.pieces)})`;
    case "number":
      return `n${alternative.integer ? "i" : "d"}${alternative.min}..${alternative.max}`;
    case "boolean":
      return `b${alternative.value}`;
    case "symbol":
      return `s${alternative.orEmpty ? "?" : ""}${alternative.symbol.key}`;
    case "map":
    case "list":
      return `${alternative.kind}${alternative.empty}${alternative.symbol.key}`;
    case "made":
      return `made${alternative.site}`;
    case "view":
      return `${alternative.of}(${keyOfAlternative(alternative.map)})`;
    case "entry":
      return `entry(${keyOfValue(alternative.name)};${keyOfValue(alternative.member)})`;
    case "items":
      return `items${alternative.isArray ? "a" : ""}${alternative.empty}(${keyOfValue(alternative.item)};${alternative.items?.map(keyOfValue).join(",") ?? ""})`;
    case "block":
      return `block${alternative.node.range.start}`;
    case "root":
      return `root${alternative.name}${alternative.depth ?? ""}`;
    default:
      return alternative.kind;
  }
}

/** All that one of the values may be, blurred at once: what changes again and again comes to an end so. */
export function widened(...values: readonly Value[]): Value {
  const joined = union(...values);
  const texts = joined.filter((one) => one.kind === "text");
  if (texts.length < 2) return joined;
  return [...joined.filter(({ kind }) => kind !== "text"), ...blurTexts(texts)];
}

const MOST_TEXTS = 6;
const MOST_NUMBERS = 2;

/** All that one of the values may be. Texts and numbers are blurred when they become many, so that loops end. */
export function union(...values: readonly Value[]): Value {
  const [first, ...others] = values.filter((value) => value.length > 0);
  if (first === undefined) return [];
  if (first.length === 1 && others.every((other) => other === first)) return first;
  const byKey = new Map<string, Alternative>();
  for (const value of values) {
    for (const alternative of value) {
      if (alternative.kind === "unknown") return unknown;
      byKey.set(keyOfAlternative(alternative), alternative);
    }
  }
  const rest: Alternative[] = [];
  const texts: TextAlternative[] = [];
  const numbers: NumberAlternative[] = [];
  for (const alternative of byKey.values()) {
    if (alternative.kind === "text") texts.push(alternative);
    else if (alternative.kind === "number") numbers.push(alternative);
    else rest.push(alternative);
  }
  return [...rest, ...mergeTexts(texts), ...mergeNumbers(numbers)];
}

type TextAlternative = Extract<Alternative, { kind: "text" }>;
type NumberAlternative = Extract<Alternative, { kind: "number" }>;

function mergeTexts(texts: readonly TextAlternative[]): readonly TextAlternative[] {
  if (texts.length < 2) return texts;
  const kept = widestTexts(texts.map(({ pieces }) => pieces));
  if (kept.length <= MOST_TEXTS) return kept.map((pieces) => ({ kind: "text", pieces }));
  return blurTexts(texts);
}

function blurTexts(texts: readonly TextAlternative[]): readonly TextAlternative[] {
  const min = texts.every(({ pieces }) => blur(pieces).min > 0) ? 1 : 0;
  return [{ kind: "text", pieces: [{ ...blur(concatenate(...texts.map(({ pieces }) => pieces))), min }] }];
}

/** More than a few numbers become one range, open where it grew. */
function mergeNumbers(numbers: readonly NumberAlternative[]): readonly NumberAlternative[] {
  if (numbers.length <= MOST_NUMBERS) return numbers;
  const [first] = numbers;
  const min = Math.min(...numbers.map((number) => number.min));
  const max = Math.max(...numbers.map((number) => number.max));
  return [
    {
      kind: "number",
      integer: numbers.every((number) => number.integer),
      min: min < first!.min ? Number.NEGATIVE_INFINITY : min,
      max: max > first!.max ? Number.POSITIVE_INFINITY : max,
    },
  ];
}
