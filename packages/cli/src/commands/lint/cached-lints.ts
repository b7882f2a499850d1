import type { ReadScope } from "@apigw-vtl/definitions";
import type { SelectedFile } from "../../files/find-files.js";
import type { Session } from "../../session.js";
import type { FileLint } from "./file-lint.js";
import { LintCache } from "./lint-cache.js";
import { type LintFlags, proves } from "./lint-flags.js";

/**
 * Lints the files that have changed since the last run, and takes the findings of the others from the cache. The linter
 * is loaded only if there is something to lint.
 */
export async function cachedLints(
  files: readonly SelectedFile[],
  flags: LintFlags,
  scope: ReadScope,
  session: Session,
): Promise<readonly FileLint[]> {
  const cache = await LintCache.open(flags.cacheLocation, session.io, scope);
  const { rule, config, assume, reportUnusedDisableDirectives } = flags;
  const optionsOf = ({ named }: SelectedFile) =>
    JSON.stringify([named, rule, config, reportUnusedDisableDirectives, proves(flags), assume, scope]);
  const lints = new Map<string, FileLint>();
  const changed = new Map<string, SelectedFile>();
  for (const file of files) {
    const known = await cache.get(file.path, optionsOf(file));
    if (known === undefined) changed.set(file.path, file);
    else lints.set(file.path, known);
  }
  if (changed.size > 0) {
    const { lintProject } = await import("./lint-project.js");
    const fresh = await lintProject([...changed.values()], new Map(), flags, scope, session);
    for (const lint of fresh.lints) {
      lints.set(lint.path, lint);
      await cache.set(lint.path, optionsOf(changed.get(lint.path)!), lint);
    }
  }
  await cache.save(session);
  return files.flatMap(({ path }) => lints.get(path) ?? []);
}
