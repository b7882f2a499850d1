import type { Range } from "@apigw-vtl/compiler";

/** The range of a printed expression with its quotes if they hold nothing else: `"$x"`, or `""$x""` in a VTL string. */
export function quotedWhole(source: string, { start, end }: Range): Range | undefined {
  for (const quote of ['""', '"']) {
    if (source.slice(start - quote.length, start) === quote && source.slice(end, end + quote.length) === quote) {
      return { start: start - quote.length, end: end + quote.length };
    }
  }
  return undefined;
}

/** `.replaceAll("\\'", "'")`, which makes escaped text fit for JSON; quotes are doubled inside a VTL string. */
export function undoApostrophes(ancestors: Iterable<{ readonly type: string }>): string {
  for (const { type } of ancestors) if (type === "StringLiteral") return `.replaceAll(""\\\\'"", ""'"")`;
  return `.replaceAll("\\\\'", "'")`;
}
