/** What a part of JSON is, for its colour. */
export interface JsonToken {
  readonly start: number;
  readonly end: number;
  readonly kind: "key" | "string" | "number" | "word";
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"?(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

/** The coloured parts of a document that need not be correct, in order. */
export function jsonTokens(text: string): readonly JsonToken[] {
  return [...text.matchAll(TOKEN)].map((match): JsonToken => {
    const [token, colon = ""] = match;
    const first = token.charAt(0);
    const kind = first === '"' ? (colon === "" ? "string" : "key") : /[-\d]/.test(first) ? "number" : "word";
    return { start: match.index, end: match.index + token.length - colon.length, kind };
  });
}
