import { posix } from "node:path";
import { isHostName } from "@apigw-vtl/definitions/files";
import type { ExitCode } from "../../exit-code.js";
import type { Watcher } from "../../io/io.js";
import type { Session } from "../../session.js";
import { watchLoop, watchReporting } from "../watch-loop.js";

/** One run over the files of a project. */
interface ProjectRun {
  /** Those that were searched, and those of the files. */
  readonly folders: ReadonlySet<string>;
  readonly code: ExitCode;
}

/**
 * Runs now and again whenever a file that may hold templates, or a folder, changes, appears or goes in one of the folders
 * of the runs before, until Ctrl-C. `written` are the paths that a run writes itself.
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
      const path = posix.join(folder, name);
      if (own.has(path)) return;
      if (isHostName(name)) onChange();
      else void noticeFolder(path);
    };
    watchers.set(
      folder,
      watchReporting(folder, () => session.io.watchFolder(folder, onEntry)),
    );
  };
  /** A folder that came, or went and may come again. */
  const noticeFolder = async (path: string) => {
    const isThere = await session.io.readFolder(path).then(
      () => true,
      () => false,
    );
    if (isThere === watchers.has(path)) return;
    if (isThere) onChange();
    watchers.get(path)?.close();
    watchers.delete(path);
  };
  const once = async () => {
    const { folders, code } = await run();
    for (const folder of folders) watch(folder);
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
