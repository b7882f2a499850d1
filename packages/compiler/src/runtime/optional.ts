/** Parts of the runtime that a template shows by its text to need or not. */
export type OptionalPart =
  | "filters"
  | "path functions"
  | "filter patterns"
  | "pattern escapes"
  | "pattern classes"
  | "special groups"
  | "unicode properties"
  | "grapheme clusters"
  | "character names";

/** Marks what a module is written without if its template does not mention the part; it is not there then. */
export function optional<Value>(_part: OptionalPart, value: Value): Value {
  return value;
}
