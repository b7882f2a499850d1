import { isPlainObject, type TemplateEvent } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/linter";

/** A member of the body, and what is known of it. */
export interface JsonKey {
  readonly name: string;
  /** `string`, `array`, …; JSON Schema's word. */
  readonly type?: string;
  readonly from: "sample" | "model" | "read in this template";
  readonly documentation?: string;
}

/** Its type, and who says so: `string (model)`. */
export const detailOf = ({ type, from }: JsonKey): string => (type === undefined ? from : `${type} (${from})`);

/** What is known about the body. */
export interface BodyKnowledge {
  readonly facts: TemplateFacts;
  readonly event: TemplateEvent | undefined;
  readonly used: readonly (readonly string[])[];
}

/** What the body has below a path: by the declared model, the sample, and what the template reads. `*` is any element. */
export function keysAt(path: readonly string[], { facts, event, used }: BodyKnowledge): readonly JsonKey[] {
  const keys = new Map<string, JsonKey>();
  for (const [name, schema] of modelMembers(path, facts)) {
    const { type, description } = schema;
    const documentation = typeof description === "string" ? { documentation: description } : {};
    keys.set(name, { name, type: typeof type === "string" ? type : "any", from: "model", ...documentation });
  }
  for (const [name, value] of sampleMembers(path, event)) {
    if (!keys.has(name)) keys.set(name, { name, type: typeOf(value), from: "sample" });
  }
  for (const other of used) {
    const name = other[path.length];
    if (name === undefined || name === "*" || keys.has(name) || !startsWith(other, path)) continue;
    keys.set(name, { name, from: "read in this template" });
  }
  return [...keys.values()];
}

/** JSON Schema's word for what the body has at a path, by the declared model or the sample. */
export function typeAt(path: readonly string[], { facts, event }: BodyKnowledge): string | undefined {
  const declared = modelAt(path, facts)?.type;
  if (typeof declared === "string") return declared;
  const value = sampleAt(path, event);
  return value === undefined ? undefined : typeOf(value);
}

/** The steps of a definite JSONPath up to its last dot: `$.a.b[0].c` has `a`, `b`, `*`. */
export function stepsBefore(typed: string): readonly string[] | undefined {
  const parent = typed.slice(0, Math.max(0, typed.lastIndexOf(".")));
  if (parent === "" || parent === "$") return [];
  if (!/^\$(?:\.[\w-]+|\[(?:\d+|\*)\])*$/.test(parent)) return undefined;
  return [...parent.matchAll(/\.([\w-]+)|\[(?:\d+|\*)\]/g)].map(([, name]) => name ?? "*");
}

/** A step that is a number is an element as `*` is. */
function startsWith(path: readonly string[], start: readonly string[]): boolean {
  const elementOf = (step: string | undefined): string | undefined => (step && /^\d+$/.test(step) ? "*" : step);
  return start.every((step, i) => elementOf(step) === elementOf(path[i]));
}

function sampleMembers(path: readonly string[], event: TemplateEvent | undefined): readonly [string, unknown][] {
  const value = sampleAt(path, event);
  return isPlainObject(value) ? Object.entries(value) : [];
}

function sampleAt(path: readonly string[], event: TemplateEvent | undefined): unknown {
  if (!event?.body) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(event.body);
  } catch {
    return undefined;
  }
  for (const step of path) {
    if (Array.isArray(value)) value = value[0];
    else if (isPlainObject(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

type Schema = Readonly<Record<string, unknown>>;

function modelMembers(path: readonly string[], facts: TemplateFacts): readonly [string, Schema][] {
  const members: unknown = modelAt(path, facts)?.properties;
  if (!isPlainObject(members)) return [];
  return Object.entries(members).map(([name, member]) => [name, isPlainObject(member) ? member : {}]);
}

function modelAt(path: readonly string[], { method, contentType, direction }: TemplateFacts): Schema | undefined {
  if (direction !== "request" || !method) return undefined;
  const models = method.requestModels ?? {};
  let schema: unknown = models[contentType ?? "application/json"] ?? Object.values(models)[0];
  for (const step of path) {
    if (!isPlainObject(schema)) return undefined;
    const members: unknown = schema.properties;
    const element = elementSchema(schema.items, step);
    schema = isPlainObject(element)
      ? element
      : isPlainObject(members) && Object.hasOwn(members, step)
        ? members[step]
        : undefined;
  }
  return isPlainObject(schema) ? schema : undefined;
}

/** `items` is a schema for all elements, or one for each of the first, which speak for any. */
function elementSchema(items: unknown, step: string): unknown {
  return Array.isArray(items) ? items[Number(step) || 0] : items;
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}
