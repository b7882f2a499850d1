/**
 * The offset after the `}` that closes the `{` before `from`, or `undefined`. Braces inside strings do not count;
 * strings in `nesting` quotes hold `${...}` themselves.
 */
export function interpolationEnd(
  source: string,
  from: number,
  quotes: string,
  nesting: string,
  limit = source.length,
): number | undefined {
  const open: string[] = ["{"];
  for (let at = from; at < limit; at++) {
    const character = source[at]!;
    const inside = open.at(-1)!;
    if (inside !== "{") {
      if (character === "\\") at++;
      else if (character === inside) open.pop();
      else if (nesting.includes(inside) && character === "$" && source[at + 1] === "{") {
        open.push("{");
        at++;
      }
    } else if (quotes.includes(character)) open.push(character);
    else if (character === "{") open.push("{");
    else if (character === "}") {
      open.pop();
      if (open.length === 0) return at + 1;
    }
  }
  return undefined;
}
