/** `Integer.toString(n, radix)` and its like: radixes that Java does not know count as ten. */
export function formatRadix(n: number | bigint, radix: number): string {
  return n.toString(radix < 2 || radix > 36 ? 10 : radix);
}
