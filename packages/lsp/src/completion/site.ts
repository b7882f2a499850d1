import type { Range } from "@apigw-vtl/compiler";

/** What is being typed, and the part of the source that a completion replaces. */
export type CompletionSite =
  /** The name after `$`, `$!`, `${`. */
  | { readonly kind: "root"; readonly range: Range; readonly typed: string }
  /** The name after the dot of a reference; `dot` is where the dot stands. */
  | { readonly kind: "member"; readonly range: Range; readonly typed: string; readonly dot: number }
  /** The word after `#`, `#{`. */
  | { readonly kind: "directive"; readonly range: Range; readonly typed: string; readonly braces: boolean }
  /** Inside the quotes of `$input.json('…')` or `$input.path('…')`. */
  | { readonly kind: "json-path"; readonly range: Range; readonly typed: string; readonly quote: string }
  /** Inside the quotes of `$input.params('…')`. */
  | { readonly kind: "parameter"; readonly range: Range; readonly typed: string; readonly quote: string }
  /** Inside the quotes of `.get('…')` or `['…']`; `end` is where the reference before it ends. */
  | {
      readonly kind: "key";
      readonly range: Range;
      readonly typed: string;
      readonly quote: string;
      readonly end: number;
    };

/** Recognizes what is being typed from the text before the offset, which need not be a whole template. */
export function completionSite(source: string, offset: number): CompletionSite | undefined {
  const line = source.slice(source.lastIndexOf("\n", offset - 1) + 1, offset);
  const wordEnd = offset + (/^[\w-]*/.exec(source.slice(offset))?.[0].length ?? 0);
  const call = /\$!?\{?input\.(json|path|params)\((\s*)(?:(['"])([^'"]*))?$/.exec(line);
  if (call) {
    const [, method, , quote = "", typed = ""] = call;
    const kind = method === "params" ? "parameter" : "json-path";
    const range = { start: offset - typed.length, end: endOfString(source, offset, quote) };
    return { kind, range, typed, quote };
  }
  const key = /(?:\.(?:get|containsKey)\(|\[)\s*(['"])([^'"]*)$/.exec(line);
  if (key) {
    const [whole, quote = "", typed = ""] = key;
    const range = { start: offset - typed.length, end: endOfString(source, offset, quote) };
    return { kind: "key", range, typed, quote, end: offset - whole.length };
  }
  const directive = /(?<![\\#])#(\{?)([A-Za-z]*)$/.exec(line);
  if (directive) {
    const [, brace = "", typed = ""] = directive;
    return { kind: "directive", range: { start: offset - typed.length, end: wordEnd }, typed, braces: brace !== "" };
  }
  const root = /(?<!\\)\$!?\{?([A-Za-z_][\w-]*)?$/.exec(line);
  if (root) {
    const typed = root[1] ?? "";
    return { kind: "root", range: { start: offset - typed.length, end: wordEnd }, typed };
  }
  const member = /\$!?\{?[A-Za-z_].*\.([A-Za-z][\w-]*)?$/.exec(line);
  if (member) {
    const typed = member[1] ?? "";
    const start = offset - typed.length;
    return { kind: "member", range: { start, end: wordEnd }, typed, dot: start - 1 };
  }
  return undefined;
}

/**
 * Where the string ends that the offset is in, without its quote, or which begins there if `quote` is empty: a name or
 * path that is chosen stands for all of it. One that is not closed ends at the offset.
 */
function endOfString(source: string, offset: number, quote: string): number {
  const rest = source.slice(offset);
  const found = quote === "" ? /^(?:'[^'\n]*'|"[^"\n]*")/.exec(rest) : new RegExp(`^[^'"()\n]*(?=${quote})`).exec(rest);
  return offset + (found?.[0].length ?? 0);
}
