import type { TextRange } from "./piece.js";

/** How a literal writes its text. */
export type LiteralSyntax =
  /** The characters themselves: a template file. */
  | { readonly kind: "plain-text" }
  | { readonly kind: "json-string" }
  | { readonly kind: "yaml-plain" }
  | { readonly kind: "yaml-single" }
  | { readonly kind: "yaml-double" }
  /** `|` or `>`, header included; an explicit indentation indicator counts from `parentIndent`. */
  | { readonly kind: "yaml-block"; readonly parentIndent: number }
  | { readonly kind: "hcl-quoted" }
  /** From `<<` to the end of the closing marker. */
  | { readonly kind: "hcl-heredoc" }
  /** A JavaScript string or template literal, quotes included. */
  | { readonly kind: "js-string" }
  /** The template literal of `String.raw`, without the tag. */
  | { readonly kind: "js-raw" }
  /** The template literal of the tag that the package `dedent` has, without the tag. */
  | { readonly kind: "js-dedent" }
  /** A Python string, prefix and quotes included. */
  | { readonly kind: "python-string" };

/** What stands in a text; what only the deployment knows, by its source. */
export type FilledIn = string | { readonly expression: string };

/** What a function of the host replaces in a text, everywhere, at its first place, or where it begins or ends. */
export interface TextRewrite {
  /** Source of a regular expression, which takes time linear in the text. */
  readonly pattern: string;
  /** What stands there then, character by character. */
  readonly replacement: FilledIn;
  readonly at?: "first" | "start" | "end";
}

/** A second language inside the literal's decoded text. */
export type NamedInterpolation =
  | "cfn-sub"
  | "serverless"
  | "terraform"
  | "terraform-format"
  | "pulumi"
  | "python-format"
  | "python-percent";

/** What the host makes of the literal's decoded text, undone in the given order. */
export type Interpolation = NamedInterpolation | TextRewrite;

/** One literal of the host that holds (a part of) a template; the range covers its delimiters. */
export interface Literal extends TextRange {
  readonly syntax: LiteralSyntax;
  readonly interpolations: readonly Interpolation[];
  /** What a function such as `format` fills in. */
  readonly fillers?: readonly FilledIn[];
}
