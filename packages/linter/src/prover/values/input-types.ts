import type { DeclaredParameter } from "@apigw-vtl/definitions";
import { remembered, rememberedByKey } from "../../remembered.js";
import {
  allChars,
  type CharSet,
  headerNameChars,
  plainUrlChars,
  stageVariableChars,
  wordChars,
} from "../text/char-set.js";
import { matchesNumbersOnly } from "../text/number-pattern.js";
import { anyJsonType, characters, jsonTypes } from "../text/piece.js";
import { characterClass } from "../text/regex-class.js";
import { type ContextFacts, claimNameChars, contextInput, contextNames } from "./context-inputs.js";
import { below, type InputSymbol } from "./input-symbol.js";
import { anyType, itemSchema, memberSchema, readSchema, type Schema } from "./json-schema.js";
import {
  anyText,
  emptyText,
  nullValue,
  someBoolean,
  someInteger,
  someNumber,
  symbolValue,
  text,
  textOf,
  union,
  type Value,
} from "./value.js";

/** What is known of the requests of a template's method. */
export interface RequestFacts extends ContextFacts {
  /** Of the response that the template is for. */
  readonly statusCode: string | undefined;
  /** The body's declared model. */
  readonly bodySchema: Schema;
  readonly declaredParameters: readonly DeclaredParameter[];
}

/** A read that leads nowhere: null within a reference, the empty text once it is the value of an expression. */
const missing: Value = union(nullValue, emptyText);

/** What inputs may be, by themselves. */
type InputTypes = WeakMap<InputSymbol, Value>;

const MOST_FACTS = 100;
const undeclared = {};
const typesBySchema = remembered((_: object) =>
  rememberedByKey((_facts: string): InputTypes => new WeakMap(), MOST_FACTS),
);

/** What is known already of inputs with these facts: most templates have the same, and all versions of one. */
export function inputTypes({ bodySchema = undeclared, use, ...others }: RequestFacts): InputTypes {
  // Method and path say how `$context` looks, and not what may be in it.
  const { apiType, routeKey } = use;
  return typesBySchema(bodySchema)(JSON.stringify({ ...others, apiType, routeKey }));
}

/** What an input may be, by the assumptions and declarations. */
export function typeOfInput(symbol: InputSymbol, facts: RequestFacts): Value {
  if (symbol.steps.some(({ kind }) => kind === "parsed") && symbol.steps.at(-1)?.kind !== "name")
    return anyJson(symbol);
  switch (symbol.root) {
    case "body":
      return typeOfBodyPart(symbol, facts);
    case "context":
      return typeOfContextPart(symbol, facts);
    case "stageVariables":
      return typeOfEntry(symbol, stageVariableChars, wordChars, 0);
    default:
      return typeOfParameter(symbol, facts);
  }
}

function typeOfParameter(symbol: InputSymbol, { assumptions, declaredParameters }: RequestFacts): Value {
  const values = assumptions.parameters === "word" ? plainUrlChars : allChars;
  const names = symbol.root === "header" ? headerNameChars : symbol.root === "path" ? plainUrlChars : values;
  const [step] = symbol.steps;
  const isRequired =
    step?.kind === "member" &&
    declaredParameters.some(
      ({ location, name, required }) =>
        required && name === step.name && (symbol.root === "parameter" || symbol.root === location),
    );
  return typeOfEntry(symbol, values, names, isRequired ? 1 : 0);
}

/** A map of texts, one of its names or one of its texts. */
function typeOfEntry(symbol: InputSymbol, values: CharSet, names: CharSet, min: number): Value {
  const last = symbol.steps.at(-1);
  if (last === undefined) return [{ kind: "map", symbol, empty: undefined }];
  if (symbol.steps.length > 1) return missing;
  const text = textOf([
    characters(last.kind === "name" ? names : values, last.kind === "name" ? 0 : min, [symbol.key]),
  ]);
  // `$input.params('x')` is the empty text when there is none, the maps give null.
  if (symbol.root === "parameter") return text;
  return last.kind === "name" ? text : orMissing(text, min);
}

function orMissing(value: Value, min: number): Value {
  return min > 0 ? value : union(value, missing);
}

function typeOfContextPart(symbol: InputSymbol, facts: RequestFacts): Value {
  const path: string[] = [];
  for (const step of symbol.steps) {
    if (step.kind === "name") return textOf([characters(claimNameChars, 1, [symbol.key])]);
    if (step.kind !== "member") {
      const members = contextNames(path, facts.use).map((name) => typeOfMember(symbol, [...path, name]));
      return union(anyText([symbol.key]), ...members);
    }
    path.push(step.name);
  }
  return typeOfMember(symbol, path);

  function typeOfMember(origin: InputSymbol, name: readonly string[]): Value {
    const input = contextInput(name, facts);
    switch (input.kind) {
      case "map":
        return [{ kind: "map", symbol: origin, empty: undefined }];
      case "text":
        return orMissing(textOf([characters(input.set, input.min, [origin.key])]), input.min);
      case "integer":
        return [{ kind: "number", integer: true, min: 0, max: Number.POSITIVE_INFINITY }];
      case "absent":
        return missing;
    }
  }
}

function typeOfBodyPart(symbol: InputSymbol, { bodySchema }: RequestFacts): Value {
  let schema = bodySchema;
  let isPresent = true;
  for (const step of symbol.steps) {
    const { types } = readSchema(schema);
    switch (step.kind) {
      case "member": {
        const member = memberSchema(schema, step.name);
        isPresent &&= member.required && types.every((type) => type === "object");
        schema = member.schema;
        break;
      }
      case "element":
      case "index":
        schema = types.every((type) => type === "array" || type === "null") ? itemSchema(schema) : undefined;
        // A loop goes through elements that are there.
        isPresent = step.kind === "element";
        break;
      case "name":
        return anyText([symbol.key]);
      default:
        return anyJson(symbol);
    }
  }
  return typeBySchema(symbol, schema, isPresent);
}

function anyJson(symbol: InputSymbol): Value {
  return typeBySchema(symbol, undefined, false);
}

/** What a part of a body may be of which nothing is declared: what `typeBySchema` makes of no schema. */
function anyValue(symbol: InputSymbol): Value {
  return [
    ...someBoolean,
    { kind: "map", symbol, empty: undefined },
    { kind: "list", symbol, empty: undefined },
    ...nullValue,
    ...anyText([symbol.key]),
    ...someNumber,
  ];
}

/** The values by a schema; numbers, maps and lists as they come, null and nothing as the empty text. */
function typeBySchema(symbol: InputSymbol, schema: Schema, isPresent: boolean): Value {
  if (schema === undefined) return anyValue(symbol);
  const { types, texts, pattern, isJson, minLength, minItems } = readSchema(schema);
  const values = types.map((type): Value => {
    switch (type) {
      case "string": {
        if (texts) return union(...texts.map((value) => text(value)));
        if (isJson) return textOf([{ kind: "json", types: anyJsonType, origins: [symbol.key] }]);
        if (pattern !== undefined && /^\^.*\$$/.test(pattern) && matchesNumbersOnly(pattern)) {
          return textOf([{ kind: "json", types: jsonTypes.number, origins: [symbol.key] }]);
        }
        const known = pattern === undefined ? undefined : characterClass(pattern, { whole: false });
        const min = Math.max(minLength > 0 ? 1 : 0, known?.min ?? 0);
        return textOf([characters(known?.set ?? allChars, min, [symbol.key])]);
      }
      case "integer":
        return someInteger;
      case "number":
        return someNumber;
      case "boolean":
        return someBoolean;
      case "object":
        return [{ kind: "map", symbol, empty: undefined }];
      case "array":
        return [{ kind: "list", symbol, empty: minItems > 0 ? false : undefined }];
      default:
        return missing;
    }
  });
  return union(...values, isPresent && types !== anyType ? [] : missing);
}

/** The part of an input under a name; what is not a map has none, which reads as the empty text. */
export function memberOf(symbol: InputSymbol, name: string): Value {
  return symbolValue(below(symbol, { kind: "member", name }));
}
