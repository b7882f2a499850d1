import { toJson } from "../json/print.js";
import type { Value } from "../value.js";
import type { JsonData } from "./untouched-context.js";

/** A value as JSON data of the caller's own; what JSON has no form for becomes its text. */
export function exportData(value: Value): JsonData {
  return JSON.parse(toJson(value)) as JsonData;
}
