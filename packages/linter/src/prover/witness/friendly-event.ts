import { exampleOfPattern, matchesPart } from "@apigw-vtl/compiler";
import { contextInput } from "../values/context-inputs.js";
import type { RequestFacts } from "../values/input-types.js";
import { itemSchema, memberSchema, readSchema, type Schema } from "../values/json-schema.js";
import { type Draft, type EventDraft, JsonText, RawBody } from "./draft.js";
import { emptyShape, type InputShape } from "./input-shape.js";

/** How a friendly event is made. */
export interface Friendliness {
  /** Elements of each list. */
  readonly listLength: number;
  /** Which of the texts that an input is compared with it has, if any; then the plain one. */
  readonly hint: number;
  /** Everything else, as a text where it has to be one. */
  readonly value: string | number;
}

/** An event in which everything that the template reads is there, as harmless text. */
export function friendlyEvent(
  shapes: ReadonlyMap<string, InputShape>,
  facts: RequestFacts,
  how: Friendliness,
): EventDraft {
  const draft: EventDraft = new Map();
  const body = shapes.get("body") ?? (facts.bodySchema ? emptyShape() : undefined);
  if (body && facts.assumptions.body === "base64") draft.set("body", new RawBody("YQ=="));
  else if (body) draft.set("body", bodyPart(body, facts.bodySchema, how));
  for (const [part, members] of parameters(shapes, facts, how)) if (members.size > 0) draft.set(part, members);
  const variables = shapes.get("stageVariables");
  if (variables) draft.set("stageVariables", addTexts(new Map(), variables, how));
  const context = new Map<string, Draft>();
  const shape = shapes.get("context");
  if (shape) addContext(context, shape, [], facts, how);
  if (context.size > 0) draft.set("context", context);
  return draft;
}

const parts = [
  ["headers", "header"],
  ["querystring", "querystring"],
  ["path", "path"],
] as const;

/** The parameters by the part of the event that they are in; what is declared nowhere goes into the query string. */
function parameters(
  shapes: ReadonlyMap<string, InputShape>,
  { declaredParameters }: RequestFacts,
  how: Friendliness,
): readonly (readonly [string, Map<string, Draft>])[] {
  return parts.map(([part, location]) => {
    const members = new Map<string, Draft>();
    const declared = declaredParameters.filter((parameter) => parameter.location === location);
    for (const { name, required } of declared) if (required) members.set(name, plainText(how));
    const shape = shapes.get(location);
    if (shape) addTexts(members, shape, how);
    const anywhere = shapes.get("parameter");
    if (anywhere === undefined) return [part, members];
    for (const [name, member] of anywhere.members) {
      const known = declaredParameters.find((parameter) => parameter.name === name)?.location ?? "querystring";
      if (known === location) members.set(name, textOf(member, how));
    }
    if (location === "querystring" && (anywhere.named || anywhere.items)) {
      addTexts(members, { ...anywhere, members: new Map() }, how);
    }
    return [part, members];
  });
}

function addTexts(members: Map<string, Draft>, shape: InputShape, how: Friendliness): Map<string, Draft> {
  for (const [name, member] of shape.members) members.set(name, textOf(member, how));
  // A map of which no member is read is printed whole.
  const any = shape.named ?? shape.items ?? (shape.members.size === 0 ? shape : undefined);
  if (any) for (let i = 1; i <= how.listLength; i++) members.set(`k${i}`, textOf(any, how));
  return members;
}

function textOf(shape: InputShape, how: Friendliness): Draft {
  if (shape.parsed) return new JsonText(bodyPart(shape.parsed, undefined, how));
  return [...shape.hints][how.hint] ?? plainText(how);
}

function plainText({ value }: Friendliness): string {
  return String(value);
}

function addContext(
  members: Map<string, Draft>,
  shape: InputShape,
  path: readonly string[],
  facts: RequestFacts,
  how: Friendliness,
): void {
  for (const [name, member] of shape.members) {
    const input = contextInput([...path, name], facts);
    if (input.kind === "map") {
      const inner = new Map<string, Draft>();
      addContext(inner, member, [...path, name], facts, how);
      if (inner.size > 0) members.set(name, inner);
    } else if (input.kind !== "absent") {
      members.set(name, input.kind === "text" && input.sample === "a" ? textOf(member, how) : input.sample);
    }
  }
  if ((shape.named || shape.items) && path[0] === "authorizer") {
    for (let i = 1; i <= how.listLength; i++) members.set(`k${i}`, textOf(shape.named ?? shape.items!, how));
  }
  if ((shape.named || shape.items) && path.join() === "identity") {
    members.set("sourceIp", "203.0.113.7");
    members.set("userAgent", textOf(shape.named ?? shape.items!, how));
  }
}

function bodyPart(shape: InputShape, schema: Schema, how: Friendliness): Draft {
  const { types, texts, pattern, isJson, minLength } = readSchema(schema);
  const isAny = types.length > 1;
  const isObject = shape.members.size > 0 || shape.named !== undefined || asksForMembers(schema);
  if (isObject && (isAny || types[0] === "object")) return objectPart(shape, schema, how);
  if ((shape.items && isAny) || types[0] === "array") {
    return Array.from({ length: how.listLength }, () => bodyPart(shape.items ?? emptyShape(), itemSchema(schema), how));
  }
  if (isAny || types[0] === "string") {
    if (texts) return texts[how.hint] ?? texts[0] ?? "";
    if (isJson) return new JsonText(bodyPart(shape.parsed ?? emptyShape(), undefined, how));
    if (isAny && !shape.parsed && shape.hints.size <= how.hint) return how.value;
    const text = textOf(shape, how);
    return typeof text === "string" ? declaredText(text, pattern, minLength) : text;
  }
  return types[0] === "boolean" ? true : types[0] === "null" ? null : types[0] === "object" ? new Map() : 1;
}

/** The text, or if its declaration does not allow it one that it does, as far as that is easily found. */
function declaredText(text: string, pattern: string | undefined, minLength: number): string {
  const declared = pattern === undefined || matchesPart(pattern, text) ? text : (exampleOfPattern(pattern) ?? text);
  return declared.padEnd(minLength, "a");
}

function asksForMembers(schema: Schema): boolean {
  return Array.isArray(schema?.required) && schema.required.length > 0;
}

function objectPart(shape: InputShape, schema: Schema, how: Friendliness): Draft {
  const members = new Map<string, Draft>();
  const required = Array.isArray(schema?.required) ? schema.required.filter((name) => typeof name === "string") : [];
  for (const name of new Set([...shape.members.keys(), ...required])) {
    members.set(name, bodyPart(shape.members.get(name) ?? emptyShape(), memberSchema(schema, name).schema, how));
  }
  if (shape.named || shape.items) {
    for (let i = 1; i <= how.listLength; i++)
      members.set(`k${i}`, bodyPart(shape.named ?? shape.items!, undefined, how));
  }
  return members;
}
