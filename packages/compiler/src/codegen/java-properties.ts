import { everyMethodName } from "../runtime/classes/every-method.js";
import { accessorNames } from "../runtime/classes/property.js";

/** Properties that are neither accessors nor entries of a map. */
const FIELDS = ["class", "Class", "key", "value"];

let properties: ReadonlySet<string> | undefined;

/** Whether `$value.name` is a property of some class; of the others only maps and `$foreach` can have it. */
export function isJavaProperty(name: string): boolean {
  properties ??= everyMethodName();
  const known = properties;
  return FIELDS.includes(name) || accessorNames(name).some((accessor) => known.has(accessor));
}
