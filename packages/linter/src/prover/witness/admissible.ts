import { isJson, matchesPart } from "@apigw-vtl/compiler";
import {
  base64Chars,
  type CharSet,
  charsOf,
  headerNameChars,
  isSubset,
  plainUrlChars,
  stageVariableChars,
  wordChars,
} from "../text/char-set.js";
import { characterClass } from "../text/regex-class.js";
import { claimNameChars, contextInput, serviceInputsIn } from "../values/context-inputs.js";
import type { RequestFacts } from "../values/input-types.js";
import { itemSchema, memberSchema, readSchema, type Schema } from "../values/json-schema.js";
import { type Draft, type DraftPath, type EventDraft, JsonText, RawBody, textOf, valueAt } from "./draft.js";

/** Tells the events that the assumptions and declarations allow. */
export class Admission {
  readonly #facts: RequestFacts;
  /** Where the service writes what the template reads; it is there in every request. */
  readonly #service: readonly DraftPath[];

  constructor(facts: RequestFacts, source: string) {
    this.#facts = facts;
    this.#service = serviceInputsIn(source, facts.use).map(({ path }) => ["context", ...path]);
  }

  allows(draft: EventDraft): boolean {
    const { assumptions, bodySchema, declaredParameters } = this.#facts;
    const body = draft.get("body");
    if (!isBody(body, assumptions.body)) return false;
    // No body is an empty object to a template, and what a model of the type `null` asks for.
    const bodies = body === undefined ? [new Map(), null] : [body instanceof RawBody ? body.text : body];
    if (bodySchema && !bodies.some((each) => fits(each, bodySchema))) return false;
    const values = assumptions.parameters === "word" ? plainUrlChars : undefined;
    return (
      isTextMap(draft.get("headers"), headerNameChars, values) &&
      isTextMap(draft.get("querystring"), values, values) &&
      isTextMap(draft.get("path"), plainUrlChars, values) &&
      isTextMap(draft.get("stageVariables"), wordChars, stageVariableChars) &&
      declaredParameters.every((parameter) => !parameter.required || isPresent(draft, parameter)) &&
      this.#service.every((path) => valueAt(draft, path) !== undefined) &&
      isContext(draft.get("context"), [], this.#facts)
    );
  }
}

function isBody(body: Draft | undefined, assumed: RequestFacts["assumptions"]["body"]): boolean {
  if (body === undefined) return true;
  if (assumed === "base64") return body instanceof RawBody && isSubset(charsOf(body.text), base64Chars);
  return assumed === "any-text" || !(body instanceof RawBody);
}

function isTextMap(part: Draft | undefined, names: CharSet | undefined, values: CharSet | undefined): boolean {
  if (part === undefined) return true;
  if (!(part instanceof Map)) return false;
  for (const [name, value] of part) {
    if (name === "" || (names !== undefined && !isSubset(charsOf(name), names))) return false;
    if (value instanceof JsonText) continue;
    if (typeof value !== "string" || (values !== undefined && !isSubset(charsOf(value), values))) return false;
  }
  return true;
}

function isPresent(
  draft: EventDraft,
  { location, name }: { readonly location: string; readonly name: string },
): boolean {
  const part = draft.get(location === "header" ? "headers" : location);
  const value = part instanceof Map ? part.get(name) : undefined;
  return value !== undefined && value !== "";
}

/** What the service writes is there and as it writes it; the rest is text. */
function isContext(part: Draft | undefined, path: readonly string[], facts: RequestFacts): boolean {
  if (part === undefined) return true;
  if (!(part instanceof Map)) return false;
  for (const [name, value] of part) {
    const input = contextInput([...path, name], facts);
    const isAllowed =
      input.kind === "map"
        ? isContext(value, [...path, name], facts)
        : input.kind === "integer"
          ? value === input.sample
          : input.kind === "text" && (input.min === 1 ? value === input.sample : isTextOver(value, input.set));
    if (!isAllowed || (path[0] === "authorizer" && !isSubset(charsOf(name), claimNameChars))) return false;
  }
  return true;
}

function isTextOver(value: Draft, set: CharSet): boolean {
  return value instanceof JsonText || (typeof value === "string" && isSubset(charsOf(value), set));
}

function fits(value: Draft, schema: Schema): boolean {
  if (schema === undefined) return true;
  const { types, texts, pattern, isJson: holdsJson, minLength, minItems } = readSchema(schema);
  if (value instanceof JsonText) return fits(textOf(value), schema);
  if (value === null) return types.includes("null");
  if (typeof value === "boolean") return types.includes("boolean");
  if (typeof value === "number")
    return types.includes("number") || (types.includes("integer") && Number.isInteger(value));
  if (typeof value === "string") {
    if (!types.includes("string") || value.length < minLength || (texts && !texts.includes(value))) return false;
    if (holdsJson && !isJson(value)) return false;
    return pattern === undefined || fitsPattern(value, pattern);
  }
  if (Array.isArray(value)) {
    return types.includes("array") && value.length >= minItems && value.every((item) => fits(item, itemSchema(schema)));
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  if (!types.includes("object") || !required.every((name) => typeof name === "string" && value.has(name))) return false;
  return [...value].every(([name, member]) => fits(member, memberSchema(schema, name).schema));
}

/** A class of characters is what the interpreter takes it for: `$` is then the end, and no place before a line feed. */
function fitsPattern(text: string, pattern: string): boolean {
  const known = characterClass(pattern, { whole: false });
  if (known === undefined) return matchesPart(pattern, text) === true;
  return isSubset(charsOf(text), known.set) && text.length >= known.min && (known.repeats || text.length <= 1);
}
