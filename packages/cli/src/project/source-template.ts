import type { ContextUse, Range } from "@apigw-vtl/compiler";
import type { NamedText } from "../io/input-reader.js";
import type { SourceLocation } from "../terminal/problem.js";

/** A template's text, and how messages show a part of it. */
export interface SourceTemplate extends NamedText {
  readonly locate: (range: Range) => SourceLocation;
  /** What its definition says of it; absent of a file of its own. */
  readonly facts?: ContextUse;
}

/** A template that is a file of its own. */
export function wholeFile(file: NamedText): SourceTemplate {
  return { ...file, locate: (range) => ({ ...file, range }) };
}
