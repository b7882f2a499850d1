import type { Reference, Statement } from "@apigw-vtl/compiler";
import type { ParentMap } from "./parents.js";

/** Where a reference is printed within a string of the document that begins like JSON. */
export interface NestedPlace {
  /** Whether it stands between quotes of the JSON within the string. */
  readonly isQuoted: boolean;
}

/** Brackets and an escaped quote. */
const beginsJson = /^\s*[[{][[{\s]*\\"/;

/** `undefined` for a reference that is printed elsewhere than in JSON within a string. */
export function nestedPlaceOf(node: Reference, parents: ParentMap): NestedPlace | undefined {
  const block = parents.parentOf(node);
  if (block?.type !== "Block") return undefined;
  const string = openString(block.statements, block.statements.indexOf(node));
  if (string === undefined || !beginsJson.test(string)) return undefined;
  const quotes = string.replaceAll(/\\\\(?!")/g, "").match(/\\"/g) ?? [];
  return { isQuoted: quotes.length % 2 === 1 };
}

/** What statements before `end` print since the last quote that is not escaped, as far as it is text. */
function openString(statements: readonly Statement[], end: number): string | undefined {
  let text = "";
  for (let i = end - 1; i >= 0; i--) {
    const statement = statements[i]!;
    const isText = statement.type === "Text" || statement.type === "Literal";
    text = (isText ? statement.printed : "\ue000") + text;
    const quote = lastQuote(text);
    if (quote >= 0) return text.slice(quote + 1);
  }
  return undefined;
}

function lastQuote(text: string): number {
  for (let at = text.lastIndexOf('"'); at >= 0; at = at === 0 ? -1 : text.lastIndexOf('"', at - 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}
