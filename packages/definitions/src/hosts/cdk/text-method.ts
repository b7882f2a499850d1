import {
  isSimplePattern,
  replaceText,
  trimBoth,
  trimCharacters,
  trimEnd,
  trimStart,
} from "../../holes/text-rewrite.js";
import type { TextRewrite } from "../../map/literal.js";

/** What a method of a text is called with. */
interface TextMethodCall {
  readonly language: "javascript" | "python";
  readonly count: number;
  /** The text that an argument is, if the file shows it. */
  text(index: number): string | undefined;
  /** An argument as it is written. */
  source(index: number): string;
}

const SPACE = "\\s";

/**
 * What a method makes of a text; `undefined` if it is none that is known. Where the file does not show what it is called
 * with, and for other regular expressions, the text stays as it is written.
 */
export function textMethod(method: string, call: TextMethodCall): readonly TextRewrite[] | undefined {
  const { language, count } = call;
  switch (method) {
    case "toString":
    case "read":
      return [];
    case "trim":
      return trimBoth(SPACE);
    case "strip":
      return count === 0 ? trimBoth(SPACE) : trimCharacters(call.text(0) ?? "");
    case "trimStart":
    case "lstrip":
      return count === 0 ? [trimStart(SPACE)] : undefined;
    case "trimEnd":
    case "rstrip":
      return count === 0 ? [trimEnd(SPACE)] : undefined;
    case "replace":
    case "replaceAll":
      if (language === "python") return replacing(call.text(0), call.text(1));
      return replacingInJavaScript(call, method === "replace" ? "first" : undefined);
    default:
      return undefined;
  }
}

function replacingInJavaScript(call: TextMethodCall, at: "first" | undefined): readonly TextRewrite[] {
  const replacement = javaScriptReplacement(call.text(1));
  const [, pattern = "", flags] = /^\/(.+)\/(g?)$/.exec(call.source(0)) ?? [];
  if (!isSimplePattern(pattern)) return replacing(call.text(0), replacement, at);
  return replacement === undefined ? [] : [{ pattern, replacement, ...(flags === "" && { at: "first" as const }) }];
}

/** `$$` stands for `$` there; what `$&` and its like stand for depends on the match. */
function javaScriptReplacement(text: string | undefined): string | undefined {
  const plain = text?.replaceAll("$$", "");
  return plain === undefined || /\$[&`']/.test(plain) ? undefined : text?.replaceAll("$$", () => "$");
}

function replacing(text: string | undefined, replacement: string | undefined, at?: "first"): readonly TextRewrite[] {
  const isKnown = text !== undefined && text !== "" && replacement !== undefined;
  return isKnown ? [replaceText(text, replacement, at)] : [];
}
