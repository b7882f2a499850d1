import { joinKinds } from "./kind-sets.js";

/** What a value may be at run time. `empty` is the empty string that stands for everything without a value. */
export type Kind = "empty" | "string" | "number" | "boolean" | "map" | "list" | "range" | "object";

/**
 * Who wrote the characters of a value's text, and what was done to them. From harmless to harmful; a join takes the
 * later one.
 */
export const textNatures = [
  /** Written in the template. */
  "constant",
  /** From the service, or of few characters: nothing that JSON has to escape. */
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

/** What is known about the value of an expression, over all ways and rounds. */
export interface ValueSummary {
  readonly kinds: ReadonlySet<Kind>;
  /** Of the printed text. */
  readonly nature: TextNature;
  readonly origin: Origin | undefined;
  /** Whether a map or list was made by the template or by a Java method, and so prints in Java's style. */
  readonly made: boolean;
}

/** What is either of two values; the first one itself if the second is nothing that it is not. */
export function joinSummaries(a: ValueSummary, b: ValueSummary): ValueSummary {
  if (a === b) return a;
  const kinds = joinKinds(a.kinds, b.kinds);
  const nature = worseNature(a.nature, b.nature);
  const origin = a.origin && b.origin && isSameOrigin(a.origin, b.origin) ? a.origin : undefined;
  const made = a.made || b.made;
  const isSame = kinds === a.kinds && nature === a.nature && origin === a.origin && made === a.made;
  return isSame ? a : { kinds, nature, origin, made };
}

export function worseNature(a: TextNature, b: TextNature): TextNature {
  return a !== b && textNatures.indexOf(a) < textNatures.indexOf(b) ? b : a;
}

function isSameOrigin(a: Origin, b: Origin): boolean {
  return (
    a === b || (a.root === b.root && a.path.length === b.path.length && a.path.every((step, i) => step === b.path[i]))
  );
}

export function originKey({ root, path }: Origin): string {
  return JSON.stringify([root, ...path]);
}
