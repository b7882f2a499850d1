/** `Integer.bitCount`. */
export function bitCount(n: number): number {
  let count = 0;
  for (let rest = n; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** `Integer.reverse`: the bits in the opposite order. */
export function reverse(n: number): number {
  let reversed = 0;
  for (let bit = 0; bit < 32; bit++) reversed |= ((n >>> bit) & 1) << (31 - bit);
  return reversed;
}

/** `Integer.reverseBytes`. */
export function reverseBytes(n: number): number {
  return (n << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24);
}
