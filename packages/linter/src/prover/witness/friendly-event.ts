import { contextInput } from "../values/context-inputs.js";
import type { RequestFacts } from "../values/input-types.js";
import { itemSchema, memberSchema, readSchema, type Schema } from "../values/json-schema.js";
import { type Draft, type EventDraft, JsonText } from "./draft.js";
import { emptyShape, type InputShape } from "./input-shape.js";

/** How a friendly event is made. */
export interface Friendliness {
  /** Elements of each list. */
  readonly listLength: number;
  /** Which of the texts that an input is compared with it has, if any; then the plain one. */
  readonly hint: number;
  /** The text of everything else. */
  readonly text: string;
}

/** An event in which everything that the template reads is there, as harmless text. */
export function friendlyEvent(
  shapes: ReadonlyMap<string, InputShape>,
  facts: RequestFacts,
  how: Friendliness,
): EventDraft {
  const draft: EventDraft = new Map();
  const body = shapes.get("body");
  if (body) draft.set("body", bodyPart(body, facts.bodySchema, how));
  for (const [part, root] of [
    ["headers", "header"],
    ["querystring", "querystring"],
    ["path", "path"],
  ] as const) {
    const members = new Map<string, Draft>();
    const shape = shapes.get(root);
    if (shape) addTexts(members, shape, how);
    if (part === "querystring") {
      const anywhere = shapes.get("parameter");
      if (anywhere) addTexts(members, anywhere, how);
    }
    if (members.size > 0) draft.set(part, members);
  }
  const variables = shapes.get("stageVariables");
  if (variables) {
    const members = new Map<string, Draft>();
    addTexts(members, variables, how);
    draft.set("stageVariables", members);
  }
  const context = new Map<string, Draft>();
  const shape = shapes.get("context");
  if (shape) addContext(context, shape, [], facts, how);
  if (context.size > 0) draft.set("context", context);
  return draft;
}

function addTexts(members: Map<string, Draft>, shape: InputShape, how: Friendliness): void {
  for (const [name, member] of shape.members) members.set(name, textOf(member, how));
  if (shape.named || shape.items) {
    for (let i = 1; i <= how.listLength; i++) members.set(`k${i}`, textOf(shape.named ?? shape.items!, how));
  }
}

function textOf(shape: InputShape, how: Friendliness): Draft {
  if (shape.parsed) return new JsonText(bodyPart(shape.parsed, undefined, how));
  return [...shape.hints][how.hint] ?? how.text;
}

function addContext(
  members: Map<string, Draft>,
  shape: InputShape,
  path: readonly string[],
  facts: RequestFacts,
  how: Friendliness,
): void {
  for (const [name, member] of shape.members) {
    const input = contextInput([...path, name], facts.assumptions, facts.direction);
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
  const { types, texts } = readSchema(schema);
  const isAny = types.length > 1;
  const isObject = shape.members.size > 0 || shape.named !== undefined || asksForMembers(schema);
  if (isObject && (isAny || types[0] === "object")) return objectPart(shape, schema, how);
  if ((shape.items && isAny) || types[0] === "array") {
    return Array.from({ length: how.listLength }, () => bodyPart(shape.items ?? emptyShape(), itemSchema(schema), how));
  }
  if (isAny || types[0] === "string") {
    if (texts) return texts[how.hint] ?? texts[0] ?? "";
    return textOf(shape, how);
  }
  return types[0] === "boolean" ? true : types[0] === "null" ? null : types[0] === "object" ? new Map() : 1;
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
