import { parseJson } from "./runtime/json/parse.js";
import type { TemplateEvent } from "./runtime/roots/event.js";

/**
 * Reads an event from JSON text so that numbers keep their Java type: `JSON.parse` makes `10.0` an integer and rounds
 * what is larger than 2^53. The values of `context` may hold such numbers as objects of the runtime.
 * Throws an error with json-smart's words if the text is not JSON.
 */
export function parseEvent(text: string): TemplateEvent {
  // The text of an event is JSON, in which U+007F is a character like any other: json-smart drops it from some strings.
  const event = parseJson(text.replaceAll("\x7f", "\\u007f"));
  if (typeof event !== "object" || event === null || Array.isArray(event)) {
    throw new Error("An event is a JSON object with body, headers, querystring, path, stageVariables and context.");
  }
  return event as unknown as TemplateEvent;
}
