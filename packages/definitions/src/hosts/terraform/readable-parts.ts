/** A file as the parser gets it: text that is blank where something else is read by itself. */
export interface ReadablePart {
  readonly text: string;
  /** Where it is not blank. */
  readonly start: number;
  readonly end: number;
}

const BLOCK = /^(?:resource|data|module|locals|variable|output|provider|terraform|import|moved|check)\b/gm;

/**
 * The top-level blocks of a file, each by itself: what is broken in one hides nothing of the others. Lines keep their
 * places. A block begins where a line begins with its kind.
 */
export function blocksByThemselves(source: string): ReadablePart[] {
  const starts = Array.from(source.matchAll(BLOCK), ({ index }) => index);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? source.length;
    return { text: blank(source, 0, start) + source.slice(start, end), start, end };
  });
}

/** `source` without the given parts. */
export function withoutParts(source: string, parts: readonly ReadablePart[]): string {
  let text = "";
  let from = 0;
  for (const { start, end } of parts) {
    text += source.slice(from, start) + blank(source, start, end);
    from = end;
  }
  return text + source.slice(from);
}

const blank = (source: string, start: number, end: number): string => source.slice(start, end).replace(/[^\n]/g, " ");

/**
 * Terraform 0.11 let blocks have keys in quotes: `request_templates { "application/json" = … }`. As attributes, at the
 * same places, they are what Terraform reads today.
 */
export function asAttributes(source: string): string {
  return source.replace(/^([ \t]*\w+) ([ \t]*\{\s*"[^"\n]*"\s*=)/gm, "$1=$2");
}
