import { isPlainObject, member, type PlainObject } from "../documents/plain-object.js";
import type { StructuredDocument } from "../documents/structured-document.js";
import { InputError } from "../failure.js";
import { memberText } from "../json/member-text.js";
import type { CompleteEvent } from "./complete-event.js";
import { multiValues, singleValues } from "./parameters.js";

const FIELDS = ["body", "headers", "querystring", "path", "stageVariables", "context", "$schema"];

/** What people coming from Lambda events write, and our field for it. */
const LOOKALIKES = new Map([
  ["header", "headers"],
  ["query", "querystring"],
  ["queryString", "querystring"],
  ["queryStringParameters", "querystring"],
  ["params", "path"],
  ["pathParameters", "path"],
  ["stage_variables", "stageVariables"],
  ["requestContext", "context"],
]);

/**
 * Reads an event in our own format. A body that is an object or list instead of a string stands for its own text: in a
 * JSON file exactly as written (so that `1.0` stays `1.0`), in a YAML file as compact JSON.
 * `defaultContext` is the `$context` of an event that has no `context`; one that has it has all of it.
 */
export function readOwnEvent(document: StructuredDocument, defaultContext: PlainObject): CompleteEvent {
  const event = document.value;
  for (const field of Object.keys(event)) {
    if (FIELDS.includes(field)) continue;
    const meant = LOOKALIKES.get(field);
    throw new InputError(`${document.source.name} has an unknown field '${field}'`, {
      hint: meant === undefined ? `the fields are ${FIELDS.slice(0, -1).join(", ")}` : `use '${meant}'`,
    });
  }
  const context = member(event, "context") ?? defaultContext;
  if (!isPlainObject(context)) throw new InputError("'context' must be an object");
  return {
    body: bodyOf(document),
    headers: multiValues(member(event, "headers"), "headers"),
    querystring: multiValues(member(event, "querystring"), "querystring"),
    path: singleValues(member(event, "path"), "path"),
    stageVariables: singleValues(member(event, "stageVariables"), "stageVariables"),
    context,
  };
}

function bodyOf({ value, format, source }: StructuredDocument): string | null {
  const body = member(value, "body") ?? null;
  if (body === null || typeof body === "string") return body;
  return (format === "json" && memberText(source.text, "body")) || JSON.stringify(body);
}
