import { isPlainObject, type PlainObject } from "../plain-object.js";

/** The member, or undefined; never what the prototype has under that name. */
export function member(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The member when it is an object, else an empty one. */
export function objectMember(object: PlainObject, key: string): PlainObject {
  const value = member(object, key);
  return isPlainObject(value) ? value : {};
}

/** The member when it is a string. */
export function stringMember(object: PlainObject, key: string): string | undefined {
  const value = member(object, key);
  return typeof value === "string" ? value : undefined;
}
