import type { Rule } from "../grammar.js";
import type { Spelling } from "../spelling.js";

/** What a template prints, as far as colours go; `text` has none of its own. */
export interface Content {
  readonly name: "json" | "markup" | "form" | "text";
  /** The media types, as a regular expression over what stands after the slash. */
  readonly subtypes: string;
  /** How a template of a file of its own begins when it prints this. */
  readonly firstCharacters?: string;
  readonly rules: (spelling: Spelling) => readonly Rule[];
}
