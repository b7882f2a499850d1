import { STEERING_CHARACTERS } from "@apigw-vtl/compiler";

/** Cells between tab stops in printed source lines. */
const TAB_WIDTH = 4;

/** One character as a terminal shows it. */
export interface Cell {
  readonly text: string;
  /** 0 (combining), 1 or 2 (East Asian wide, emoji) columns; more for a tab. */
  readonly width: number;
}

/** In one cell a line feed is as bad. */
const UNSAFE = new RegExp(`[\\n${STEERING_CHARACTERS}]`, "u");
const UNSAFE_ALL = new RegExp(`[${STEERING_CHARACTERS}]`, "gu");
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
const COMBINING = /\p{Mark}|[\u200b-\u200d]/u;

/** Shows one code point; `column` is where it starts, for tabs. */
export function cellOf(character: string, column: number): Cell {
  if (character === "\t") {
    const width = TAB_WIDTH - (column % TAB_WIDTH);
    return { text: " ".repeat(width), width };
  }
  if (UNSAFE.test(character)) return { text: "\ufffd", width: 1 };
  if (COMBINING.test(character)) return { text: character, width: 0 };
  return { text: character, width: WIDE.test(character) ? 2 : 1 };
}

/** A text that came from a template or an event, made safe to print: line feeds and tabs stay, controls do not. */
export function printable(text: string): string {
  return text.replace(UNSAFE_ALL, "\ufffd");
}

/** A value as indented JSON with a line feed at its end, without a character that could steer a terminal. */
export function jsonText(value: unknown): string {
  const json = `${JSON.stringify(value, undefined, 2)}\n`;
  return json.replace(UNSAFE_ALL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/\s+/g, " ");
}
