import { LineIndex } from "@apigw-vtl/compiler";
import type { Place } from "@apigw-vtl/definitions";

/** Where an offset is in its file, from 1. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds the beginning of a place; undefined where the text of the file is not known. */
export type Locate = (place: Place) => LineAndColumn | undefined;

/** Finds places in files by their texts, which may come in later; each text is gone through once. */
export function locateIn(texts: ReadonlyMap<string, string>): Locate {
  const lines = new Map<string, LineIndex>();
  return ({ file, range }) => {
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const index = lines.get(file) ?? new LineIndex(text);
    lines.set(file, index);
    return index.position(range.start);
  };
}
