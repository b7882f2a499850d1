import { isPlainObject, type PlainObject } from "../plain-object.js";
import type { CompleteEvent } from "./complete-event.js";
import { EventError } from "./event-error.js";
import { member } from "./members.js";
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
 * Reads an event in our own form. A body that is an object or list instead of a string stands for its own text, which
 * `bodyText` knows if the document has it.
 */
export function readOwnEvent(
  event: PlainObject,
  defaultContext: PlainObject,
  bodyText: () => string | undefined = () => undefined,
): CompleteEvent {
  for (const field of Object.keys(event)) {
    if (FIELDS.includes(field)) continue;
    const meant = LOOKALIKES.get(field);
    throw new EventError(`unknown field '${field}'`, {
      hint: meant === undefined ? `the fields are ${FIELDS.slice(0, -1).join(", ")}` : `use '${meant}'`,
      path: [field],
    });
  }
  const context = member(event, "context") ?? defaultContext;
  if (!isPlainObject(context)) throw new EventError("'context' must be an object", { path: ["context"] });
  const body = member(event, "body") ?? null;
  return {
    body: body === null || typeof body === "string" ? body : (bodyText() ?? JSON.stringify(body)),
    headers: multiValues(member(event, "headers"), "headers"),
    querystring: multiValues(member(event, "querystring"), "querystring"),
    path: singleValues(member(event, "path"), "path"),
    stageVariables: singleValues(member(event, "stageVariables"), "stageVariables"),
    context,
  };
}
