import type { Session } from "../session.js";

/** Runs that end sooner say nothing. */
const QUIET_MS = 500;
const REDRAW_MS = 100;

/** A line that tells how far a long run is. */
export interface ProgressLine {
  advance(count: number): void;
  /** Takes the line off the terminal. */
  clear(): void;
}

/** Draws on stderr if it is a terminal, else does nothing. */
export function progressLine(total: number, unit: "files" | "templates", { io }: Session): ProgressLine {
  let done = 0;
  let drawnAt = io.now() + QUIET_MS - REDRAW_MS;
  let drawn = false;
  return {
    advance: (count) => {
      done += count;
      if (!io.stderr.isTTY || io.now() - drawnAt < REDRAW_MS) return;
      drawnAt = io.now();
      drawn = true;
      io.stderr.write(`\r${done}/${total} ${unit}`);
    },
    clear: () => {
      if (drawn) io.stderr.write("\r\u001b[K");
    },
  };
}
