import { isPlainObject, type PlainObject } from "../plain-object.js";
import type { CompleteEvent } from "./complete-event.js";
import { EventError } from "./event-error.js";
import { fromHttpProxyEvent, isHttpProxyEvent } from "./http-proxy-event.js";
import { readOwnEvent } from "./own-event.js";
import { fromRestProxyEvent, isRestProxyEvent } from "./rest-proxy-event.js";

export interface EventOptions {
  /** `$context` of an event in our own form that has no `context`; one that has it has all of it. Default: empty. */
  readonly defaultContext?: PlainObject;
  /** The text of a body that is an object or a list, as the document has it. Default: compact JSON. */
  readonly bodyText?: () => string | undefined;
}

/**
 * Reads a request to render with, in any of the forms that people have them in: our own (`body`, `headers`,
 * `querystring`, `path`, `stageVariables`, `context`), or what REST APIs (payload 1.0) and HTTP APIs (2.0) send to
 * Lambda functions.
 * @param value a parsed JSON or YAML document
 * @throws EventError
 */
export function readEvent(value: unknown, { defaultContext = {}, bodyText }: EventOptions = {}): CompleteEvent {
  if (!isPlainObject(value)) {
    throw new EventError("an event must be an object", {
      hint: "its fields are body, headers, querystring, path and context",
    });
  }
  if (isRestProxyEvent(value)) return fromRestProxyEvent(value);
  if (isHttpProxyEvent(value)) return fromHttpProxyEvent(value);
  return readOwnEvent(value, defaultContext, bodyText);
}
