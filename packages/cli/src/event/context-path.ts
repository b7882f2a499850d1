import { mergeObjects, type PlainObject } from "@apigw-vtl/compiler";
import { UsageError } from "../failure.js";

/** `a.b` and `v` as `{a: {b: v}}`, laid over `context`. A key that contains a dot needs `--context FILE`. */
export function setContextPath(context: PlainObject, path: string, value: unknown): PlainObject {
  const keys = path.split(".");
  if (keys.includes("")) throw new UsageError(`--context-set ${path} has an empty name between its dots`);
  // A computed key in an object literal defines an own property, also for `__proto__`.
  const nested = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return mergeObjects(context, nested as PlainObject);
}
