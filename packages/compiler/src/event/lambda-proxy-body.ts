import type { PlainObject } from "../plain-object.js";
import { base64Decode, base64Encode } from "../runtime/text/base-64.js";
import { JavaException } from "../runtime/value.js";
import { EventError } from "./event-error.js";
import { member } from "./members.js";

/** The body of either Lambda-proxy payload, decoded when `isBase64Encoded` says so. */
export function lambdaProxyBody(event: PlainObject): string | null {
  const body = member(event, "body") ?? null;
  if (body === null) return null;
  if (typeof body !== "string") throw bodyError("'body' of a Lambda-proxy event must be a string or null");
  return member(event, "isBase64Encoded") === true ? decoded(body) : body;
}

/** Templates work on text: what is none would come out changed. */
function decoded(body: string): string {
  const withoutPadding = (text: string) => text.replace(/=+$/, "");
  let text: string;
  try {
    text = base64Decode(body);
  } catch (error) {
    if (error instanceof JavaException) throw bodyError("'body' is not base64, as 'isBase64Encoded' says");
    throw error;
  }
  if (withoutPadding(base64Encode(text)) === withoutPadding(body)) return text;
  throw bodyError("the base64 body is not UTF-8 text");
}

const bodyError = (message: string): EventError => new EventError(message, { path: ["body"] });

/** `$context.authorizer.NAME` is always a string in a template, whatever type the authorizer returned. */
export function stringified(authorizer: PlainObject): PlainObject {
  return Object.fromEntries(
    Object.entries(authorizer).map(([name, value]) => [
      name,
      typeof value === "number" || typeof value === "boolean" ? String(value) : value,
    ]),
  );
}
