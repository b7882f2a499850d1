import { foreachMethods } from "../operations/foreach-scope.js";
import { InputRoot } from "../roots/input.js";
import { utilRoot } from "../roots/util.js";
import type { MethodTable } from "./method-table.js";
import { methodTables } from "./methods-of.js";
import { objectMethods } from "./object.js";

/** The names of all methods of all classes that a template can meet. */
export function everyMethodName(): ReadonlySet<string> {
  const tables: MethodTable<never>[] = [...methodTables(), ...foreachMethods(), objectMethods];
  tables.push(new InputRoot({}).methods, utilRoot.methods);
  return new Set(tables.flatMap((table) => [...table.keys()]));
}
