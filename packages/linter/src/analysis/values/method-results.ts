import type { Kind, TextNature, Value } from "../value.js";
import { constantOf, emptyValue, makeValue, numberValue, worseNature } from "./make-value.js";

const sameText = new Set([
  "toString",
  "trim",
  "toLowerCase",
  "toUpperCase",
  "intern",
  "substring",
  "concat",
  "subSequence",
]);
const numbers = new Set([
  "length",
  "size",
  "indexOf",
  "lastIndexOf",
  "hashCode",
  "compareTo",
  "intValue",
  "longValue",
  "parseInt",
  "parseLong",
]);
const doubles = new Set(["doubleValue", "floatValue", "parseDouble"]);
const booleans = new Set([
  "isEmpty",
  "contains",
  "containsKey",
  "containsValue",
  "containsAll",
  "startsWith",
  "endsWith",
  "equals",
  "equalsIgnoreCase",
  "matches",
  "hasNext",
  "add",
  "addAll",
  "removeAll",
  "retainAll",
]); // prettier-ignore

/** What a Java method gives. Members of maps and lists are for the caller to look up. */
export function methodResult(receiver: Value, name: string, args: readonly Value[]): Value {
  if (numbers.has(name) || doubles.has(name)) return numberValue();
  if (booleans.has(name)) return makeValue(["boolean"], "constant");
  if (sameText.has(name)) return textOf(receiver, name, args);
  if (name === "replaceAll" || name === "replace" || name === "replaceFirst") return replaced(receiver, name, args);
  if (name === "split")
    return makeValue(["range"], receiver.nature, { made: true, item: makeValue(["empty", "string"], receiver.nature) });
  if (name === "keySet" || name === "values") return viewOf(receiver, name);
  if (name === "getClass" || name === "class") return makeValue(["object"], "service");
  if (name === "put" || name === "putAll" || name === "clear" || name === "addFirst") return emptyValue;
  return makeValue(["empty", "string"], receiver.nature);
}

function textOf(receiver: Value, name: string, args: readonly Value[]): Value {
  // Cutting the quotes off a JSON string leaves its escaped inside.
  const nature: TextNature = name === "substring" && receiver.nature === "json" ? "json-escaped" : receiver.nature;
  const kinds: Kind[] =
    receiver.kinds.has("empty") || name === "substring" || name === "trim" ? ["empty", "string"] : ["string"];
  const origin = name === "toString" && receiver.origin ? { origin: receiver.origin } : {};
  return makeValue(
    kinds,
    args.reduce((worst, arg) => worseNature(worst, arg.nature), nature),
    origin,
  );
}

/** The patterns that find what escapeJavaScript makes of an apostrophe; `replace` takes no regular expression. */
const UNDOING: Readonly<Record<string, string>> = { replaceAll: "\\\\'", replace: "\\'" };

/** `replaceAll("\\'", "'")` makes what escapeJavaScript gave fit for JSON; replacing quotes is taken for escaping. */
function replaced(receiver: Value, name: string, args: readonly Value[]): Value {
  const [pattern, replacement] = args.map(constantOf);
  const kinds: Kind[] = receiver.kinds.has("empty") ? ["empty", "string"] : ["string"];
  if (receiver.nature === "javascript-escaped") {
    const undone = pattern === UNDOING[name] && replacement !== undefined && fitsString(replacement, name);
    return makeValue(kinds, undone ? "json-escaped" : "javascript-escaped");
  }
  const sanitizes = pattern !== undefined && (pattern.includes('"') || pattern.startsWith("[^"));
  const isPlain = pattern?.startsWith("[^") && receiver.nature === "json";
  return makeValue(kinds, (sanitizes && receiver.nature === "caller") || isPlain ? "json-escaped" : receiver.nature);
}

/** Whether what a replacement writes can stand in a JSON string; `replaceAll` undoes a backslash, and `$` is a group. */
function fitsString(replacement: string, name: string): boolean {
  const written = name === "replaceAll" ? replacement.replace(/\\(.)/gs, "$1") : replacement;
  return /^(?:[^\\"$\n]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*$/.test(written);
}

function viewOf(receiver: Value, name: string): Value {
  const nature = name === "keySet" && hasPlainNames(receiver) ? "service" : receiver.nature;
  if (receiver.origin && name === "values") return makeValue(["range"], nature, { made: true });
  return makeValue(["range"], nature, { made: true, item: makeValue(["string"], nature) });
}

/** Names of headers, of path parameters and of the service's own maps hold neither quotes nor backslashes. */
function hasPlainNames({ origin }: Value): boolean {
  if (origin?.root === "context") return origin.path[0] !== "authorizer";
  if (origin?.root === "stageVariables") return true;
  return (
    origin?.root === "params" && (origin.path.length === 0 || origin.path[0] === "header" || origin.path[0] === "path")
  );
}
