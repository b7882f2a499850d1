import { javaMembers, type UtilFunction, utilFunctions } from "@apigw-vtl/compiler";
import { keptIn, remembered } from "../../remembered.js";
import { allChars } from "../text/char-set.js";
import { applyToText } from "../text/escaping.js";
import { characters, withoutSites } from "../text/piece.js";
import {
  type Alternative,
  emptyText,
  isSelfContained,
  knownText,
  nullValue,
  someInteger,
  textOf,
  union,
  unionOf,
  unknown,
  type Value,
} from "../values/value.js";
import { type Call, callCollection } from "./collection-methods.js";
import { elementAt } from "./elements.js";
import { callInput, parseJson } from "./input-methods.js";
import { isCollectionMethod, isTextMethod } from "./java-methods.js";
import type { Machine } from "./machine.js";
import { printedText, printedTexts } from "./printed.js";
import { loopProperty, parameterMap } from "./properties.js";
import type { State } from "./state.js";
import { callText } from "./text-methods.js";

/** What the call gives; null where there is no such method. */
export function callMethod(call: Call): Value {
  const { machine, state, one, name, args } = call;
  switch (one.kind) {
    case "symbol": {
      // `$x[0]` is `$x.get(0)`.
      if (name === "get" && args.length === 1) return elementAt(machine, one, args[0]!, state);
      // Methods of maps keep the input, so that what is learned about a member is known of it later.
      const types = machine.readSymbol(one, state);
      return union(...types.map((type) => callMethod({ ...call, one: type })));
    }
    case "text":
      return callText(machine, state, withoutSites(one.pieces), name, args);
    case "number":
    case "boolean":
      return callScalar(call);
    case "root":
      if (one.name === "util") return callUtil(call);
      if (one.name === "input") return callInput(machine, name, args, state);
      if (one.name === "foreach" && args.length === 0) return loopProperty(one.depth ?? 0, getterProperty(name), state);
      return name === "get" && args.length === 1 && one.name === "request"
        ? parameterMap(knownText(args[0]!) ?? "")
        : unknown;
    case "null":
      return nullValue;
    case "unknown":
    case "block":
      return unknown;
    default:
      return callCollection(call);
  }
}

/** `hasNext()` and `getIndex()` are `hasNext` and `index`. */
function getterProperty(name: string): string {
  const match = /^(?:get|is)([A-Z])(.*)$/.exec(name);
  return match === null ? name : match[1]!.toLowerCase() + match[2]!;
}

const givesInteger =
  /^(?:int|long|short|byte)Value$|^parse(?:Int|Long)$|^(?:hashCode|compareTo|compare|bitCount|signum)$/;

const GREATEST_INT = 2 ** 31 - 1;

/** `$n.parseInt("5")`, which only an Integer has; it fails on what is no number. `parseLong` is a Long's. */
function integerFrom({ integer, min, max }: Extract<Alternative, { kind: "number" }>, name: string): Value {
  const isInt = integer && min >= -GREATEST_INT && max <= GREATEST_INT;
  const isLong = integer && min > GREATEST_INT && max < Number.MAX_SAFE_INTEGER;
  const isSure = name.endsWith("Value") || (name === "parseInt" && isInt) || (name === "parseLong" && isLong);
  return isSure ? someInteger : union(someInteger, nullValue);
}

function callScalar({ machine, state, one, name, args }: Call): Value {
  if (name === "toString" && args.length === 0) return union(...printedTexts(machine, state, [one]).map(textOf));
  if (one.kind === "number" && givesInteger.test(name)) return integerFrom(one, name);
  return isTextMethod(name) || isCollectionMethod(name) || name === "replace" ? nullValue : unknown;
}

function callUtil({ machine, state, name, args }: Call): Value {
  const [argument] = args;
  const declared = utilByName.get(name);
  if (declared === undefined) return ofEveryObject.has(name) ? unknown : nullValue;
  if (argument === undefined || args.length !== 1) return nullValue;
  if (declared.effect.kind === "parses") return parseJson(machine, argument, state);
  // Only `escapeJavaScript` takes more than texts.
  if (declared.effect.kind === "escapes") return eachText(machine, state, argument, declared);
  const texts = onlyTexts(machine, state, argument);
  const otherwise = texts.some(({ kind }) => kind === "text" || kind === "unknown") ? [] : nullValue;
  return union(eachText(machine, state, texts, declared), otherwise);
}

const utilByName: ReadonlyMap<string, UtilFunction> = new Map(utilFunctions.map((one) => [one.name, one]));
const ofEveryObject: ReadonlySet<string> = new Set(javaMembers("Object").map(({ name }) => name));

/** `$util` functions other than `escapeJavaScript` take nothing but texts. */
function onlyTexts(machine: Machine, state: State, value: Value): Value {
  return machine
    .resolve(value, state)
    .map((one) => (one.kind === "text" || one.kind === "unknown" ? one : nullAlternative));
}

const nullAlternative: Alternative = { kind: "null" };

const changesOf = remembered((_: Value) => new Map<UtilFunction, Value>());

/** What a function makes of each text; the same of the same value. */
function eachText(machine: Machine, state: State, value: Value, declared: UtilFunction): Value {
  const resolved = machine.resolve(value, state);
  const change = () =>
    unionOf(resolved, (one): Value => {
      if (one.kind === "null") return emptyText;
      if (one.kind === "unknown") return textOf(applyToText([characters(allChars, 0)], declared));
      return textOf(applyToText(withoutSites(printedText(machine, state, [one])), declared));
    });
  return isSelfContained(resolved) ? keptIn(changesOf(resolved), declared, change) : change();
}
