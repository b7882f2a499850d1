import { DIRECTIONS } from "./directions.data.js";

/** `Character.DIRECTIONALITY_UNDEFINED`. */
const UNDEFINED = -1;

/** How many characters before it are not assigned, the direction, how many have it. */
const RUN = /(?:\+([0-9A-F]+))?([a-z])([0-9A-F]+)?/g;

let directions: Int8Array | undefined;

/** `Character.getDirectionality` of JDK 17, a constant of `Character`. */
export function directionOf(codePoint: number): number {
  directions ??= readDirections();
  return directions[codePoint] ?? UNDEFINED;
}

function readDirections(): Int8Array {
  const found = new Int8Array(0x11_0000).fill(UNDEFINED);
  let start = 0;
  for (const [, gap = "0", direction, count = "1"] of DIRECTIONS.replaceAll("\n", "").matchAll(RUN)) {
    start += Number.parseInt(gap, 16);
    const end = start + Number.parseInt(count, 16);
    found.fill(direction!.charCodeAt(0) - 0x61, start, end);
    start = end;
  }
  return found;
}
