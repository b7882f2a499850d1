import {
  type CompleteEvent,
  EMPTY_EVENT,
  EventError,
  isPlainObject,
  type PlainObject,
  parseEvent,
  readEvent,
  sampleContext,
} from "@apigw-vtl/compiler";
import { type HostNode, placeInDocument, readDocument } from "@apigw-vtl/definitions";
import { jsonOf } from "../case-file/host-json.js";
import { BrokenCase, brokenFile } from "./test-host.js";
import type { TestedTemplate } from "./tested-template.js";

/** What an event is for. */
type EventTarget = Pick<TestedTemplate, "dialect" | "found">;

/**
 * Reads an event from a YAML or JSON file, in any form that `readEvent` knows: numbers as written, and in JSON a body that
 * is an object or list exactly as it stands there. Throws a `BrokenCase`.
 */
export function readEventText(path: string, text: string, target: EventTarget): CompleteEvent {
  const isJson = path.endsWith(".json");
  const json = (isJson ? validJson(text) : undefined) ?? jsonOfDocument(path, text, isJson);
  try {
    return readEventJson(json, target);
  } catch (error) {
    if (!(error instanceof EventError)) throw error;
    const { root } = readDocument(text, isJson ? "json" : "yaml");
    const offset = root === undefined ? 0 : placeInDocument(root, error.path).start;
    throw brokenFile(path, text, offset, error.message, error.hint);
  }
}

/** The text itself, if it is JSON: most files are, and need no other reading. */
function validJson(text: string): string | undefined {
  const source = text.replace(/^\ufeff/, "");
  try {
    JSON.parse(source);
    return source;
  } catch {
    return undefined;
  }
}

function jsonOfDocument(path: string, text: string, isJson: boolean): string {
  const { root, problems } = readDocument(text, isJson ? "json" : "yaml");
  const [problem] = problems;
  if (problem !== undefined) throw brokenFile(path, text, problem.start, problem.message);
  if (root === undefined) throw new BrokenCase(`${path} is empty`);
  return jsonOf(root satisfies HostNode, text);
}

/** The event of a case that says none. */
export function emptyEvent(target: EventTarget): CompleteEvent {
  return { ...EMPTY_EVENT, context: defaultContext(target) };
}

/** Plain Velocity has no `$context`: its entries are variables, and a sample's would define some. */
function defaultContext({ dialect, found }: EventTarget): PlainObject {
  return dialect === "apigateway" ? sampleContext(found.facts) : {};
}

/** Reads an event from JSON text. Throws an `EventError`. */
export function readEventJson(json: string, target: EventTarget): CompleteEvent {
  const value: unknown = JSON.parse(json);
  const event = readEvent(value, { defaultContext: defaultContext(target), bodyText: () => bodyOf(json) });
  if (!isPlainObject(value) || !Object.hasOwn(value, "context")) return event;
  // Numbers of `$context` with their Java types; a Lambda proxy's have no others than JavaScript's.
  const { context } = parseEvent(json);
  return context === undefined ? event : { ...event, context };
}

/** The text of a body that is an object or list, so that its numbers stay as they are. */
function bodyOf(json: string): string | undefined {
  const { root } = readDocument(json, "json");
  const body = root?.kind === "map" ? root.entries.findLast(({ key }) => key === "body")?.value : undefined;
  return body && json.slice(body.start, body.end);
}
