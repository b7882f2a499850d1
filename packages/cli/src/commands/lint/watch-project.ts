import { posix } from "node:path";
import { HOST_EXTENSIONS } from "@apigw-vtl/templates";
import type { ExitCode } from "../../exit-code.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { Watcher } from "../../io/io.js";
import type { Session } from "../../session.js";
import { watchLoop, watchReporting } from "../watch-loop.js";

/** One run over the files of a project. */
interface ProjectRun {
  readonly files: readonly SelectedFile[];
  readonly code: ExitCode;
}

/**
 * Runs now and again whenever a file that may hold templates changes, appears or goes in one of the folders of those of
 * the last run, until Ctrl-C. `written` are the paths that a run writes itself.
 */
export function watchProject(
  run: () => Promise<ProjectRun>,
  written: readonly string[],
  session: Session,
): Promise<ExitCode> {
  const watchers = new Map<string, Watcher>();
  const own = new Set(written.map((path) => posix.normalize(path)));
  let onChange = () => {};
  const watch = (folder: string) => {
    if (watchers.has(folder)) return;
    const onEntry = (name: string) => {
      const isHost = HOST_EXTENSIONS.includes(posix.extname(name).slice(1).toLowerCase());
      if (isHost && !own.has(posix.join(folder, name))) onChange();
    };
    watchers.set(
      folder,
      watchReporting(folder, () => session.io.watchFolder(folder, onEntry)),
    );
  };
  const once = async () => {
    const { files, code } = await run();
    for (const { path } of files) watch(posix.dirname(path));
    return code;
  };
  const start = (changed: () => void): Watcher => {
    onChange = changed;
    watch(".");
    const close = () => {
      for (const watcher of watchers.values()) watcher.close();
    };
    return { close };
  };
  return watchLoop({ run: once, success: "checked", inputs: "templates" }, start, session);
}
