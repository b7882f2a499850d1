import { parseEvent, type TemplateEvent } from "@apigw-vtl/compiler";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { parse as parseYaml } from "yaml";

/** An event that cannot be used; the message says why. */
export class EventError extends Error {
  override readonly name = "EventError";
}

const FIELDS = ["body", "headers", "querystring", "path", "stageVariables", "context", "$schema"];

/**
 * Reads an event from JSON or YAML (`isYaml`). A body that is an object or list stands for its own text, in JSON exactly
 * as written, so that `1.0` stays `1.0`. Throws an `EventError`.
 */
export function readEvent(text: string, isYaml = false): TemplateEvent {
  const source = text.replace(/^\ufeff/, "");
  try {
    if (isYaml) return eventOf(parseYaml(source), (body) => JSON.stringify(body));
    const tree = parseTree(source);
    const bodyNode = tree && findNodeAtLocation(tree, ["body"]);
    const bodyText = bodyNode && source.slice(bodyNode.offset, bodyNode.offset + bodyNode.length);
    return eventOf(parseEvent(source), (body) => bodyText ?? JSON.stringify(body));
  } catch (error) {
    if (error instanceof EventError) throw error;
    throw new EventError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** An event that came as data. Throws an `EventError`. */
export function eventOf(
  value: unknown,
  textOf: (body: unknown) => string = (body) => JSON.stringify(body),
): TemplateEvent {
  if (!isObject(value))
    throw new EventError("An event is an object with body, headers, querystring, path and context.");
  const unknown = Object.keys(value).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) {
    throw new EventError(`An event has no field '${unknown}'; the fields are ${FIELDS.slice(0, -1).join(", ")}.`);
  }
  const { body, context } = value;
  const event: Record<string, unknown> = {};
  if (body !== undefined && body !== null) event.body = typeof body === "string" ? body : textOf(body);
  for (const part of ["headers", "querystring", "path"]) {
    if (value[part] !== undefined) event[part] = parameters(value[part], part);
  }
  if (value.stageVariables !== undefined) event.stageVariables = object(value.stageVariables, "stageVariables");
  if (context !== undefined) event.context = object(context, "context");
  return event;
}

function parameters(value: unknown, part: string): Readonly<Record<string, string | readonly string[]>> {
  const entries = Object.entries(object(value, part));
  return Object.fromEntries(
    entries.map(([name, one]) => [name, Array.isArray(one) ? one.map((item) => String(item)) : String(one)]),
  );
}

function object(value: unknown, part: string): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new EventError(`'${part}' must be an object.`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
