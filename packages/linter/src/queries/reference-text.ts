import type { Range, Reference } from "@apigw-vtl/compiler";

/** Where a reference begins with its own `$`: the `#` of `#$x` is printed before the value and no part of it. */
export function valueRange({ nameRange, range }: Reference, source: string): Range {
  return { start: source.lastIndexOf("$", nameRange.start), end: range.end };
}

/** A reference as an argument is written: `$x.y` of `$!{x.y}`. */
export function plainReference({ nameRange, range, formal }: Reference, source: string): string {
  return `$${source.slice(nameRange.start, formal ? range.end - 1 : range.end)}`;
}
