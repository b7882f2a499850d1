import { textOf } from "../template/body-text.js";

/** The `errorMessage` of a function's payload, which selection patterns are matched against; empty without one. */
export function errorMessageOf(payload: Uint8Array): string {
  const value = parse(textOf(payload));
  if (typeof value !== "object" || value === null || !("errorMessage" in value)) return "";
  const { errorMessage } = value;
  if (errorMessage === null || errorMessage === undefined) return "";
  return typeof errorMessage === "string" ? errorMessage : JSON.stringify(errorMessage);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
