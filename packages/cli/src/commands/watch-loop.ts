import { setTimeout as delay } from "node:timers/promises";
import { ExitCode } from "../exit-code.js";
import { InputError } from "../failure.js";
import { reasonOf } from "../io/input-reader.js";
import type { Watcher } from "../io/io.js";
import type { Session } from "../session.js";
import { reportFailure } from "../terminal/report-failure.js";

/** One save of an editor is several file events; they are taken together. */
export const SETTLE_MS = 50;

/** Work that is done again whenever what it depends on changes. */
export interface WatchedWork {
  readonly run: () => Promise<ExitCode>;
  /** What a run that went well did: `rendered`. */
  readonly success: string;
  /** What changes are waited for, in words. */
  readonly inputs: string;
}

/**
 * Does the work now and again on each call of what `start` is given, until Ctrl-C, which is the normal end: the result
 * is `ok`. An input that cannot be read is reported and waited for.
 */
export async function watchLoop(
  { run, success, inputs }: WatchedWork,
  start: (onChange: () => void) => Watcher,
  session: Session,
): Promise<ExitCode> {
  let changed = false;
  let stopped = false;
  let wake = () => {};
  const inputWatcher = start(() => {
    changed = true;
    wake();
  });
  const interruptWatcher = session.io.onInterrupt(() => {
    stopped = true;
    wake();
  });
  try {
    while (!stopped) {
      changed = false;
      const outcome = (await runReporting(run, session)) === ExitCode.ok ? success : "failed";
      const { palette } = session.reporter;
      session.reporter.line(`[${outcome}; waiting for changes of ${inputs}; Ctrl-C ends]`, palette.faint);
      while (!changed && !stopped) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (!stopped) await delay(SETTLE_MS);
    }
    return ExitCode.ok;
  } finally {
    inputWatcher.close();
    interruptWatcher.close();
  }
}

/** Runs `watch`, telling the user what cannot be watched. */
export function watchReporting(path: string, watch: () => Watcher): Watcher {
  try {
    return watch();
  } catch (cause) {
    throw new InputError(`cannot watch ${path}: ${reasonOf(cause)}`, { cause });
  }
}

async function runReporting(run: () => Promise<ExitCode>, { reporter }: Session): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (reportFailure(error, reporter)) return ExitCode.usage;
    throw error;
  }
}
