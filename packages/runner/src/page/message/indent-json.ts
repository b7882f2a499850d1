const INDENT = "  ";

/** A JSON text with an indentation of two; numbers and strings stay as written. Undefined if it is no JSON. */
export function indentJson(text: string): string | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  let depth = 0;
  let output = "";
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]|[^\s[\]{},:"]+/gs)) {
    if (token === "[" || token === "{") output += token + lineBreak(++depth);
    else if (token === "]" || token === "}") output += lineBreak(--depth) + token;
    else if (token === ",") output += token + lineBreak(depth);
    else if (token === ":") output += ": ";
    // An empty list or object stays on its line.
    else output += /^[[{]/.test(token) ? token.replace(/\s+/, "") : token;
  }
  return output;
}

function lineBreak(depth: number): string {
  return `\n${INDENT.repeat(depth)}`;
}
