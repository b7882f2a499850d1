import { posix } from "node:path";
import { isWithin, type ReadScope } from "@apigw-vtl/definitions/files";
import { readScopeOf } from "../files/read-scope.js";
import type { Session } from "../session.js";
import { type ConfigurationChoice, NO_CHOICE } from "./configuration-choice.js";
import { Configurations } from "./configurations.js";

/**
 * Where the files may lie that a command reads because files name them, by the command line and by configurations. One
 * that the command line names may say anything; one that is found beside the files may be a stranger's as they are: it
 * can make the place smaller and not larger.
 */
export async function configuredScope(
  paths: readonly string[],
  session: Session,
  choice: ConfigurationChoice = NO_CHOICE,
): Promise<ReadScope> {
  const scope = await readScopeOf(paths, session);
  if (choice.config === false) return scope;
  const configurations = new Configurations(choice, session.io, scope);
  const isNamed = choice.config !== undefined;
  const roots = new Set<string>();
  const allowed = new Set(scope.allowOutside);
  for (const given of scope.roots) {
    const files = (await configurations.loadedFor(posix.join(given, "any.vtl")))?.files ?? [];
    for (const { path, folder, config } of files) {
      const { allowOutside = [] } = config;
      if (isNamed) for (const place of allowOutside) allowed.add(posix.resolve(folder, place));
      else if (allowOutside.length > 0) refuse("allowOutside", path, session);
    }
    const bound = files.find(({ config }) => config.root !== undefined);
    const root = bound && posix.resolve(bound.folder, bound.config.root === true ? "." : (bound.config.root ?? ""));
    if (root === undefined || session.scopeFlags().root !== undefined) roots.add(given);
    else if (isNamed || isWithin(given, root)) roots.add(root);
    else {
      roots.add(given);
      // That of a folder around the project only says which configurations count.
      if (bound?.config.root !== true) refuse("root", bound?.path, session);
    }
  }
  return { roots: [...roots], allowOutside: [...allowed] };
}

function refuse(key: string, path: string | undefined, { reporter }: Session): void {
  reporter.problem({
    severity: "warning",
    message: `${key} of ${path} leads out of the project and does not count`,
    hint: "the project may be a stranger's: name the configuration with --config, or use --root or --allow-outside",
  });
}
