import { identityHash } from "./object/identity-hash.js";

/**
 * How a Java value is represented in JavaScript.
 *
 * The representation is chosen so that `JSON.parse` output is already a tree of values (no conversion walk),
 * and so that the commonest operations need no allocation:
 *
 * | Java                                   | here                                                            |
 * | -------------------------------------- | --------------------------------------------------------------- |
 * | null                                   | `null`                                                          |
 * | String                                 | `string` (UTF-16, as in Java)                                   |
 * | Boolean                                | `boolean`                                                       |
 * | Integer                                | `number`, integral, within 32 bits                              |
 * | Long                                   | `number` when outside 32 bits and a safe integer, else `bigint` |
 * | Double                                 | `number` when not integral, else `JavaDouble`                   |
 * | Float, Short, Byte, BigInteger,        | subclasses of `JavaObject`                                      |
 * | BigDecimal, Character, iterators, …    |                                                                 |
 * | net.minidev.json.JSONArray             | a plain `Array` (prints as JSON)                                |
 * | java.util.ArrayList                    | `ArrayList` (prints as Java does)                               |
 * | java.util.LinkedHashMap                | a plain object, see `map.ts` (never index one directly)         |
 *
 * Each Java value has exactly one representation: a `number` is never NaN, infinite or -0.
 */
export type Value = null | string | boolean | number | bigint | JavaObject | JavaList | JavaMap;

/** Any list: plain arrays are json-smart's `JSONArray`; subclasses are other Java lists. */
export type JavaList = Value[];

/** A `java.util.LinkedHashMap`. Opaque: read and write it only through `map.ts`. */
export interface JavaMap {
  readonly [key: string]: Value;
}

/** Every Java object that is neither a string, boolean, common number, list nor map. */
export abstract class JavaObject {
  /** The name that `.class.name` prints, for example `java.lang.Double`. */
  abstract readonly className: string;
  /** What `toString()` returns. */
  abstract print(): string;
  /** Java's `equals`; identity unless a class overrides it. */
  equals(other: Value): boolean {
    return this === other;
  }
  /** Java's `hashCode`, a signed 32-bit integer; that of the object's identity unless a class overrides it. */
  hashCode(): number {
    return identityHash(this);
  }
}

/** `java.util.ArrayList`: what list literals and ranges make; prints `[a, b]` where a JSON array prints `["a","b"]`. */
export class ArrayList extends Array<Value> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A Java array of references, such as `String.split` returns; prints `[Ljava.lang.String;@…`. */
export class JavaArray extends Array<Value> {
  /** The element class: `java.lang.String`, `java.lang.Object`, … */
  elementClass = "java.lang.Object";
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A list made by the template or by a Java method (as opposed to one parsed from JSON). */
export function arrayListOf(items: Iterable<Value>): ArrayList {
  const list = new ArrayList();
  for (const item of items) list.push(item);
  return list;
}

export function isList(value: Value): value is JavaList {
  return Array.isArray(value);
}

export function isMap(value: Value | undefined): value is JavaMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof JavaObject);
}

/**
 * An exception that a Java method would throw; ends the rendering with a 500 in the service.
 * The generated code adds the template range before it reaches the caller.
 */
export class JavaException extends Error {
  /** Fully qualified Java class, for example `java.lang.StringIndexOutOfBoundsException`. */
  readonly javaClass: string;
  constructor(javaClass: string, message: string) {
    super(message);
    this.javaClass = javaClass;
  }
}
