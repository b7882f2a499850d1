import { member, type PlainObject } from "../documents/plain-object.js";
import { InputError } from "../failure.js";
import { decodeUtf8 } from "../io/encoding.js";

/** The body of either Lambda-proxy payload, decoded when `isBase64Encoded` says so. */
export function lambdaProxyBody(event: PlainObject): string | null {
  const body = member(event, "body") ?? null;
  if (body === null) return null;
  if (typeof body !== "string") throw new InputError("'body' of a Lambda-proxy event must be a string or null");
  return member(event, "isBase64Encoded") === true ? decodeUtf8(Buffer.from(body, "base64"), "the base64 body") : body;
}

/** `$context.authorizer.NAME` is always a string in a template, whatever type the authorizer returned. */
export function stringified(authorizer: PlainObject): PlainObject {
  return Object.fromEntries(
    Object.entries(authorizer).map(([name, value]) => [
      name,
      typeof value === "number" || typeof value === "boolean" ? String(value) : value,
    ]),
  );
}
