/** Something that a name stands for in a template: what it takes and gives, for whoever explains, checks or follows it. */
export interface Member {
  readonly name: string;
  readonly kind: "property" | "method";
  /** `substring(begin: int, end: int): String`, one for each overload; of a property `body: String`. */
  readonly signatures: readonly string[];
  /** What it gives, in Markdown; empty where the name says it all. */
  readonly documentation: string;
}

/** What a function makes of a text. */
export type TextEffect =
  /** Another over these characters, as a class of regular expressions has them. */
  | { readonly kind: "encodes"; readonly characters: string; readonly isForForms?: true }
  /** What may stand in a string of JavaScript. */
  | { readonly kind: "escapes" }
  /** Any text. */
  | { readonly kind: "decodes" }
  /** The value that it is the JSON of. */
  | { readonly kind: "parses" };

/** A function of `$util`. Its body is the runtime's, which emitted modules carry without this. */
export interface UtilFunction extends Member {
  readonly effect: TextEffect;
  /** Whether the rendering ends in an exception for some texts. */
  readonly throws: boolean;
  /** A name for a variable that holds what it gives. */
  readonly gives: string;
  readonly example: { readonly template: string; readonly output: string };
}
