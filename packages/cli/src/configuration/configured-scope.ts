import { posix } from "node:path";
import { isWithin, type ReadScope } from "@apigw-vtl/definitions";
import type { LoadedConfig } from "@apigw-vtl/linter";
import { readScopeOf } from "../files/read-scope.js";
import type { Session } from "../session.js";
import type { ConfigurationFlags } from "./configuration-flags.js";
import { Configurations } from "./configurations.js";

/**
 * Where files may lie, with what configurations say of it. One that the command line names may say anything; one that is
 * found beside the files may be a stranger's as they are: it can make the place smaller and not larger.
 */
export async function configuredScope(
  paths: readonly string[],
  flags: ConfigurationFlags,
  session: Session,
): Promise<ReadScope> {
  const scope = await readScopeOf(paths, session);
  if (flags.config === false) return scope;
  const configurations = new Configurations(flags, session.io, scope);
  const roots = new Set<string>();
  const allowed = new Set(scope.allowOutside);
  for (const given of scope.roots) {
    const loaded = await configurations.loadedFor(posix.join(given, "any.vtl"));
    const { root, allowOutside } = pathsOf(loaded);
    if (flags.config !== undefined) for (const path of allowOutside) allowed.add(path);
    else if (allowOutside.length > 0) refuse(loaded, "allowOutside", session);
    if (root === undefined || session.scopeFlags().root !== undefined) roots.add(given);
    else if (flags.config !== undefined || isWithin(given, root)) roots.add(root);
    else {
      roots.add(given);
      refuse(loaded, "root", session);
    }
  }
  return { roots: [...roots], allowOutside: [...allowed] };
}

/** What a configuration says, and not those that it extends; relative paths start at its folder. */
function pathsOf(loaded: LoadedConfig | undefined): {
  readonly root?: string;
  readonly allowOutside: readonly string[];
} {
  const own = loaded?.layers.at(-1);
  if (loaded === undefined || own === undefined || typeof own === "string") return { allowOutside: [] };
  const absolute = (path: string): string => posix.resolve(loaded.folder, path);
  return {
    ...(own.root !== undefined && { root: absolute(own.root) }),
    allowOutside: (own.allowOutside ?? []).map(absolute),
  };
}

function refuse(loaded: LoadedConfig | undefined, key: string, { reporter }: Session): void {
  reporter.problem({
    severity: "warning",
    message: `${key} of ${loaded?.path} leads out of the project and does not count`,
    hint: "the project may be a stranger's: name the configuration with --config, or use --root or --allow-outside",
  });
}
