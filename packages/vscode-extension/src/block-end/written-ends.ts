/** A change of a document, in offsets of the text before it. */
export interface OffsetChange {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** An `#end` that was written for the user, who may type it all the same. */
export interface WrittenEnd {
  readonly start: number;
  readonly length: number;
}

/** Where an `#end` is after changes; `undefined` once it was changed itself. */
export function followed(end: WrittenEnd, changes: readonly OffsetChange[]): WrittenEnd | undefined {
  let { start } = end;
  for (const { rangeOffset, rangeLength, text } of changes) {
    if (rangeOffset + rangeLength <= end.start) start += text.length - rangeLength;
    else if (rangeOffset < end.start + end.length) return undefined;
  }
  return { ...end, start };
}

/** Whether the text before a written `#end` ends in another one, on the line above: the user has typed it too. */
export function isTyped(textBefore: string): boolean {
  return /#(?:end|\{end\})[ \t]*\r?\n[ \t]*$/.test(textBefore);
}
