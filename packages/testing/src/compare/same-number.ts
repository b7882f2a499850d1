/** Whether two JSON numbers are the same, however large; `1.0` and `1e0` are 1. */
export function isSameNumber(one: string, other: string): boolean {
  if (one === other) return true;
  if (Number(one) !== Number(other)) return false;
  // Beyond 2^53 JavaScript takes neighbours for the same.
  return Number.isSafeInteger(Number(one)) || !isInteger(one) || !isInteger(other) || BigInt(one) === BigInt(other);
}

const isInteger = (text: string): boolean => /^-?\d+$/.test(text);
