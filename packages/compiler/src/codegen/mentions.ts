import type { OptionalPart } from "../runtime/optional.js";
import type { Expression } from "../syntax/tree.js";
import { constantText } from "./constants.js";

/** Methods of `$input` that take any JSONPath, and of String that take any pattern. */
const TAKE_PATHS = new Set(["json", "path"]);
const TAKE_PATTERNS = new Set(["matches", "replaceAll", "replaceFirst", "split"]);

/** What generated code may need of the runtime beside the functions that it imports. */
export class Mentions {
  readonly methods = new Set<string>();
  readonly parts = new Set<OptionalPart>();

  /** A Java method that may be called, with the arguments of the call if it is one of the template. */
  method(name: string, args: readonly Expression[] = []): void {
    this.methods.add(name);
    const text = args[0]?.type === "StringLiteral" ? constantText(args[0]) : undefined;
    if (TAKE_PATHS.has(name)) this.path(text);
    if (TAKE_PATTERNS.has(name)) this.#pattern(text);
    if (name === "codePointOf" || (name === "getName" && args.length > 0)) this.parts.add("character names");
  }

  /** The text of a template, which may make a pattern of what stands in it. */
  source(text: string): void {
    if (text.includes("\\N{")) this.parts.add("character names");
  }

  /** A JSONPath that is read; undefined if it is not known. */
  path(text: string | undefined): void {
    if (text?.includes("?") !== false) this.parts.add("filters");
    if (text?.replace(/\?\s*\(/g, "").includes("(") !== false) this.parts.add("path functions");
    if (text?.includes("=~") === false) return;
    this.parts.add("filter patterns");
    // The flags behind a pattern become some before it.
    this.parts.add("special groups");
    this.#pattern(text);
  }

  #pattern(text: string | undefined): void {
    if (text === undefined || text.includes("\\")) this.parts.add("pattern escapes");
    if (text === undefined || text.includes("[")) this.parts.add("pattern classes");
    if (text === undefined || text.includes("(?")) this.parts.add("special groups");
    if (text === undefined || /\\[pP]/.test(text)) this.parts.add("unicode properties");
    if (text === undefined || /\\[bX]/.test(text)) this.parts.add("grapheme clusters");
  }
}
