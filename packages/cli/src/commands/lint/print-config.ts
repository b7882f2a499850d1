import { Configurations } from "../../configuration/configurations.js";
import { configuredScope } from "../../configuration/configured-scope.js";
import { ExitCode } from "../../exit-code.js";
import type { Session } from "../../session.js";
import { jsonText } from "../../terminal/printable.js";
import type { LintFlags } from "./lint-flags.js";

/** Prints what is configured for a file, as JSON. */
export async function printConfig(path: string, flags: LintFlags, session: Session): Promise<ExitCode> {
  const configurations = new Configurations(flags, session.io, await configuredScope([path], flags, session));
  const { rules, ...config } = await configurations.for(path);
  const settings = rules.map(({ rule, level, options }) => [rule.meta.id, [level, options]]);
  const shown = { config: await configurations.pathFor(path), ...config, rules: Object.fromEntries(settings) };
  session.io.stdout.write(jsonText(shown));
  return ExitCode.ok;
}
