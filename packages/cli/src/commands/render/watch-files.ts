import { setTimeout as delay } from "node:timers/promises";
import { ExitCode } from "../../exit-code.js";
import { InputError, UsageError } from "../../failure.js";
import { reasonOf } from "../../io/input-reader.js";
import type { Watcher } from "../../io/io.js";
import type { Session } from "../../session.js";
import { reportFailure } from "../../terminal/report-failure.js";

/** One save of an editor is several file events; they are taken together. */
const SETTLE_MS = 50;

/**
 * Renders now and again whenever one of the files changes, until Ctrl-C, which is the normal end: the result is `ok`.
 * An input that cannot be read is reported and waited for.
 */
export async function watchFiles(
  paths: readonly string[],
  render: () => Promise<ExitCode>,
  session: Session,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError("--watch has no file to watch");
  let changed = false;
  let stopped = false;
  let wake = () => {};
  const watchers: Watcher[] = [];
  try {
    for (const path of paths) {
      watchers.push(
        watch(path, session, () => {
          changed = true;
          wake();
        }),
      );
    }
    watchers.push(
      session.io.onInterrupt(() => {
        stopped = true;
        wake();
      }),
    );
    while (!stopped) {
      changed = false;
      report(await renderReporting(render, session), paths, session);
      while (!changed && !stopped) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (!stopped) await delay(SETTLE_MS);
    }
    return ExitCode.ok;
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}

function watch(path: string, { io }: Session, onChange: () => void): Watcher {
  try {
    return io.watch(path, onChange);
  } catch (cause) {
    throw new InputError(`cannot watch ${path}: ${reasonOf(cause)}`, { cause });
  }
}

async function renderReporting(render: () => Promise<ExitCode>, { reporter }: Session): Promise<ExitCode> {
  try {
    return await render();
  } catch (error) {
    if (reportFailure(error, reporter)) return ExitCode.usage;
    throw error;
  }
}

function report(code: ExitCode, paths: readonly string[], { reporter }: Session): void {
  const outcome = code === ExitCode.ok ? "rendered" : "failed";
  reporter.line(reporter.palette.faint(`[${outcome}; waiting for changes of ${paths.join(", ")}; Ctrl-C ends]`));
}
