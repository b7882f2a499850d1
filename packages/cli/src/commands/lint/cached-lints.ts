import type { SelectedFile } from "../../files/find-files.js";
import type { Session } from "../../session.js";
import type { FileLint } from "./file-lint.js";
import { digestOf, LintCache } from "./lint-cache.js";
import { type LintFlags, proves } from "./lint-flags.js";

/**
 * Lints the files that have changed since the last run, and takes the findings of the others from the cache. The linter
 * is loaded only if there is something to lint.
 */
export async function cachedLints(
  files: readonly SelectedFile[],
  flags: LintFlags,
  session: Session,
): Promise<readonly FileLint[]> {
  const { io } = session;
  const cache = await LintCache.open(flags.cacheLocation, io);
  const settings = digestOf(JSON.stringify([flags.rule, proves(flags)]));
  const digests = new Map<string, string>();
  const lints = new Map<string, FileLint>();
  const changed: SelectedFile[] = [];
  for (const file of files) {
    const bytes = await io.readFile(file.path).catch(() => undefined);
    const digest = bytes && digestOf(bytes);
    const known = digest && (await cache.get(file.path, digest, settings + file.named));
    if (digest) digests.set(file.path, digest);
    if (known) lints.set(file.path, known);
    else changed.push(file);
  }
  if (changed.length > 0) {
    const { lintProject } = await import("./lint-project.js");
    const fresh = await lintProject(changed, new Map(), flags, session);
    const isNamed = new Map(changed.map(({ path, named }) => [path, named]));
    for (const lint of fresh.lints) {
      lints.set(lint.path, lint);
      const digest = digests.get(lint.path);
      if (digest !== undefined) cache.set(lint.path, digest, settings + isNamed.get(lint.path), lint);
    }
  }
  await cache.save();
  return files.flatMap(({ path }) => lints.get(path) ?? []);
}
