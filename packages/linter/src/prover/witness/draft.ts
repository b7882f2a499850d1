import type { TemplateEvent } from "@apigw-vtl/compiler";
import { remembered } from "../../remembered.js";

/** A value of an event that is being made up; a `Map` for an object, so that any text may be a name. */
export type Draft = null | boolean | number | string | Draft[] | Map<string, Draft> | JsonText;

/** A text that holds JSON. */
export class JsonText {
  readonly value: Draft;

  constructor(value: Draft) {
    this.value = value;
  }
}

/** Parts of an event, under these names; no `body` is an empty payload, one that is a `RawBody` is sent as it is. */
export type EventDraft = Map<string, Draft>;

/** A payload that is not written as JSON. */
export class RawBody extends JsonText {
  readonly text: string;

  constructor(text: string) {
    super(text);
    this.text = text;
  }
}

export type DraftPath = readonly (string | number)[];

const parameterParts = ["headers", "querystring", "path"] as const;

/** The event as `render` takes it, with nothing in it that is empty; the same object for the same draft. */
export const toEvent = remembered((draft: EventDraft): TemplateEvent => {
  const event: Record<string, unknown> = {};
  const body = draft.get("body");
  if (body !== undefined) event.body = body instanceof RawBody ? body.text : JSON.stringify(plain(body));
  for (const part of [...parameterParts, "stageVariables", "context"]) {
    const value = draft.get(part);
    if (value instanceof Map && value.size > 0) event[part] = plain(value);
  }
  return event;
});

/** Those that are not the same event as one before them. */
export function distinctDrafts(drafts: readonly EventDraft[]): readonly EventDraft[] {
  const seen = new Set<string>();
  return drafts.filter((draft) => {
    const before = seen.size;
    return seen.add(JSON.stringify(toEvent(draft))).size > before;
  });
}

/** What a text that holds JSON is in the event. */
export const textOf = ({ value }: JsonText): string => JSON.stringify(plain(value));

function plain(draft: Draft): unknown {
  if (draft instanceof JsonText) return textOf(draft);
  if (Array.isArray(draft)) return draft.map(plain);
  if (draft instanceof Map) return Object.fromEntries([...draft].map(([name, value]) => [name, plain(value)]));
  return draft;
}

/** The value at a path; `undefined` if there is none. */
export function valueAt(draft: Draft, path: DraftPath): Draft | undefined {
  let current: Draft | undefined = draft;
  for (const step of path) {
    if (current instanceof JsonText) current = current.value;
    if (current instanceof Map && typeof step === "string") current = current.get(step);
    else if (Array.isArray(current) && typeof step === "number") current = current[step];
    else return undefined;
  }
  return current;
}

/** A copy with another value at a path, or without it; what lies on the way must be there. */
function withValueAt(draft: Draft, path: DraftPath, value: Draft | undefined): Draft {
  const [step, ...rest] = path;
  if (step === undefined) return value ?? null;
  if (draft instanceof RawBody) return draft;
  if (draft instanceof JsonText) return new JsonText(withValueAt(draft.value, path, value));
  if (draft instanceof Map && typeof step === "string") {
    const copy = new Map(draft);
    if (rest.length > 0) copy.set(step, withValueAt(copy.get(step) ?? new Map(), rest, value));
    else if (value === undefined) copy.delete(step);
    else copy.set(step, value);
    return copy;
  }
  if (Array.isArray(draft) && typeof step === "number") {
    if (rest.length > 0) return draft.map((item, i) => (i === step ? withValueAt(item, rest, value) : item));
    if (value === undefined) return draft.filter((_, i) => i !== step);
    return draft.map((item, i) => (i === step ? value : item));
  }
  return draft;
}

/** The same member under another name. */
export function renamed(draft: EventDraft, path: DraftPath, name: string): EventDraft {
  const parent = valueAt(draft, path.slice(0, -1));
  const last = path.at(-1);
  if (!(parent instanceof Map) || typeof last !== "string") return draft;
  const members = new Map([...parent].map(([key, value]) => [key === last ? name : key, value]));
  return withValueAt(draft, path.slice(0, -1), members) as EventDraft;
}

export function replaced(draft: EventDraft, path: DraftPath, value: Draft | undefined): EventDraft {
  return withValueAt(draft, path, value) as EventDraft;
}

/** The paths of all values, outer ones first. */
export function pathsOf(draft: Draft, path: DraftPath = []): DraftPath[] {
  const own = path.length === 0 ? [] : [path];
  if (draft instanceof JsonText) return [...own, ...pathsOf(draft.value, path).slice(own.length)];
  if (Array.isArray(draft)) return [...own, ...draft.flatMap((item, i) => pathsOf(item, [...path, i]))];
  if (draft instanceof Map) return [...own, ...[...draft].flatMap(([name, value]) => pathsOf(value, [...path, name]))];
  return own;
}
