import { JavaCollection } from "../collections/collection.js";
import { nullPointer } from "../collections/exceptions.js";
import { javaEquals } from "../object/equals.js";
import { isList, type Value } from "../value.js";

/** A snapshot of an argument declared as `java.util.Collection`. Throws NullPointerException for null. */
export function membersOf(collection: Value): readonly Value[] {
  if (collection instanceof JavaCollection) return collection.items();
  if (!isList(collection)) throw nullPointer("collection is null");
  return Array.from(collection);
}

/** `contains` of an argument declared as `java.util.Collection`. Throws NullPointerException for null. */
export function membershipIn(collection: Value): (value: Value) => boolean {
  if (collection instanceof JavaCollection) return (value) => collection.contains(value);
  if (!isList(collection)) throw nullPointer("collection is null");
  return (value) => collection.some((member) => javaEquals(value, member));
}
