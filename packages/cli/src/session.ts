import type { ExitCode } from "./exit-code.js";
import type { ScopeFlags } from "./files/read-scope.js";
import type { Io } from "./io/io.js";
import type { Palette } from "./terminal/palette.js";
import type { Reporter } from "./terminal/reporter.js";

/** What a command gets from the program around it. */
export interface Session {
  readonly io: Io;
  readonly reporter: Reporter;
  /** For what people read on stdout; documents are never coloured. */
  readonly stdoutPalette: Palette;
  /** What the command line says of where files may lie. */
  readonly scopeFlags: () => ScopeFlags;
  /** Records what the process shall end with; a command calls it once, at its end. */
  readonly exit: (code: ExitCode) => void;
}
