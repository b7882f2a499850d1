import type { Reference } from "@apigw-vtl/compiler";
import type { Value } from "../value.js";
import type { JsonPlace } from "./json-state.js";

/** Where in the document a value is printed. */
export type OutputPosition =
  /** Between the quotes of a string. */
  | "json-string"
  /** Between the quotes of a member's name. */
  | "json-key"
  /** Where a value belongs. */
  | "json-value"
  /** First in a list, which may as well be empty. */
  | "json-first-item"
  /** After the start of a number or word. */
  | "json-bare"
  /** The whole document. */
  | "json-document"
  /** Where only a comma, a bracket or a name can stand. */
  | "json-between"
  | "form-value"
  | "other";

/** A value that is printed, of which the template does not know the text. */
export interface PrintedValue {
  readonly reference: Reference;
  readonly value: Value;
  readonly position: OutputPosition;
  /** The reference that is really printed, when `reference` stands in a text that a variable holds. */
  readonly via: Reference | undefined;
}

export function positionIn({ mode, stack }: JsonPlace): OutputPosition {
  switch (mode) {
    case "string":
    case "string-escape":
      return "json-string";
    case "key-string":
    case "key-escape":
      return "json-key";
    case "value":
      return stack === "" ? "json-document" : "json-value";
    case "value-or-end":
      return "json-first-item";
    case "bare":
      return stack === "" ? "json-document" : "json-bare";
    default:
      return "json-between";
  }
}
