import type { Reference } from "@apigw-vtl/compiler";

/** What a value may be at run time. `empty` is the empty string that stands for everything without a value. */
export type Kind = "empty" | "string" | "number" | "boolean" | "map" | "list" | "range" | "object";

/**
 * Who wrote the characters of a value's text, and what was done to them. From harmless to harmful; a join takes the
 * later one.
 */
export const textNatures = [
  /** Written in the template. */
  "constant",
  /** From the service, letters, digits and `-_.:/` only: request ids, times, numbers. */
  "service",
  /** `$util.base64Encode`. */
  "base64",
  /** `$util.urlEncode`. */
  "url-encoded",
  /** `$util.escapeJavaScript` with `\'` turned back into `'`: fits between JSON quotes. */
  "json-escaped",
  /** A whole JSON value: `$input.json`. */
  "json",
  /** `$util.escapeJavaScript` alone: an apostrophe gives `\'`, which JSON refuses. */
  "javascript-escaped",
  /** Text that may be anything. */
  "caller",
] as const;

export type TextNature = (typeof textNatures)[number];

/** Where a value comes from, as far as it is a part of the input. */
export interface Origin {
  readonly root: "body" | "params" | "context" | "stageVariables" | "input-text";
  /** Steps from the root: `["Items", "*", "id"]` of the body, `["header", "X"]` of the parameters. */
  readonly path: readonly string[];
}

/** A part of a text that the template puts together. */
export type TextPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "value"; readonly reference: Reference; readonly value: Value };

/** What is known about the value of an expression. */
export interface Value {
  readonly kinds: ReadonlySet<Kind>;
  /** Of the printed text. */
  readonly nature: TextNature;
  /** The texts that it may be, if they are few; `undefined` when not known. */
  readonly texts: readonly (readonly TextPart[])[] | undefined;
  readonly origin: Origin | undefined;
  /** Whether a map or list was made by the template or by a Java method, and so prints in Java's style. */
  readonly made: boolean;
  /** The members of a list that the template made, joined; `undefined` when not known. */
  readonly item: Value | undefined;
}

/** Whether a value is known to be the empty string of everything without a value, over which no loop has a round. */
export function isMissing({ kinds }: Value): boolean {
  return kinds.size === 1 && kinds.has("empty");
}
