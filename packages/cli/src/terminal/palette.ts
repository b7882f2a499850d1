import type { OutputStream } from "../io/io.js";

export type Paint = (text: string) => string;

/** Colours by meaning. */
export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly note: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly added: Paint;
  readonly removed: Paint;
}

/**
 * Whether a stream gets colours: `--color` or `--no-color` (`flag`), then `NO_COLOR`, then `FORCE_COLOR`, then `TERM=dumb`, then whether it is
 * a terminal. The same order as commander's, which prints the help.
 */
export function wantsColour(
  stream: OutputStream,
  env: Readonly<Record<string, string | undefined>>,
  flag: boolean | undefined,
): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return env.TERM !== "dumb" && stream.isTTY;
}

// Not node:util's styleText: from Node 22.13 on it decides by stdout whether to colour, whatever stream the text is for.
const sgr =
  (open: number, close: number): Paint =>
  (text) =>
    text === "" ? "" : `\u001b[${open}m${text}\u001b[${close}m`;

const plain: Paint = (text) => text;

const PLAIN: Palette = {
  error: plain,
  warning: plain,
  note: plain,
  strong: plain,
  faint: plain,
  added: plain,
  removed: plain,
};

const COLOURED: Palette = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  note: sgr(36, 39),
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  added: sgr(32, 39),
  removed: sgr(31, 39),
};

export function paletteFor(coloured: boolean): Palette {
  return coloured ? COLOURED : PLAIN;
}
