import type { RenderedPart } from "@apigw-vtl/lsp";
import type { Stretch } from "./protocol.js";

/** The part that printed the character at an offset: the innermost one that has a place in the document. */
export function partAt(parts: readonly RenderedPart[], offset: number): RenderedPart | undefined {
  return smallest(
    parts.filter(
      ({ outputStart, outputEnd, range }) => outputStart <= offset && offset < outputEnd && range !== undefined,
    ),
    ({ outputStart, outputEnd }) => outputEnd - outputStart,
  );
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What the innermost part at a cursor has printed: several stretches in a loop, none where nothing was printed. */
export function stretchesAt(parts: readonly RenderedPart[], cursor: Place): readonly Stretch[] {
  const innermost = smallest(
    parts.filter(({ range }) => range !== undefined && !isBefore(cursor, range.start) && !isBefore(range.end, cursor)),
    ({ templateStart, templateEnd }) => templateEnd - templateStart,
  );
  if (innermost === undefined) return [];
  return parts
    .filter(
      ({ templateStart, templateEnd }) =>
        templateStart === innermost.templateStart && templateEnd === innermost.templateEnd,
    )
    .map(({ outputStart, outputEnd }) => ({ start: outputStart, end: outputEnd }))
    .filter(({ start, end }) => start < end);
}

const isBefore = (a: Place, b: Place) => a.line < b.line || (a.line === b.line && a.character < b.character);

/** The first of the smallest. */
function smallest(parts: readonly RenderedPart[], sizeOf: (part: RenderedPart) => number): RenderedPart | undefined {
  return parts.reduce<RenderedPart | undefined>(
    (least, part) => (least === undefined || sizeOf(part) < sizeOf(least) ? part : least),
    undefined,
  );
}
