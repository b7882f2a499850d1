import type { ExitCode } from "../../exit-code.js";
import { UsageError } from "../../failure.js";
import type { Watcher } from "../../io/io.js";
import type { Session } from "../../session.js";
import { watchLoop, watchReporting } from "../watch-loop.js";

/** Renders now and again whenever one of the files changes, until Ctrl-C. */
export async function watchFiles(
  paths: readonly string[],
  render: () => Promise<ExitCode>,
  session: Session,
): Promise<ExitCode> {
  if (paths.length === 0) throw new UsageError("--watch has no file to watch");
  const start = (onChange: () => void): Watcher => {
    const watchers: Watcher[] = [];
    const close = () => {
      for (const watcher of watchers) watcher.close();
    };
    try {
      for (const path of paths) watchers.push(watchReporting(path, () => session.io.watch(path, onChange)));
    } catch (error) {
      close();
      throw error;
    }
    return { close };
  };
  return watchLoop({ run: render, success: "rendered", inputs: paths.join(", ") }, start, session);
}
