import type { ConfigurationChoice } from "../../configuration/configuration-choice.js";
import { Configurations } from "../../configuration/configurations.js";
import { configuredScope } from "../../configuration/configured-scope.js";
import { ExitCode } from "../../exit-code.js";
import type { Session } from "../../session.js";
import { jsonText } from "../../terminal/printable.js";

/** Prints what is configured for a file, as JSON. */
export async function printConfig(path: string, choice: ConfigurationChoice, session: Session): Promise<ExitCode> {
  const configurations = new Configurations(choice, session.io, await configuredScope([path], session, choice));
  const { rules, ...config } = await configurations.for(path);
  const settings = rules.map(({ rule, level, options }) => [rule.meta.id, [level, options]]);
  const files = (await configurations.loadedFor(path))?.files ?? [];
  const shown = { configs: files.map((file) => file.path), ...config, rules: Object.fromEntries(settings) };
  session.io.stdout.write(jsonText(shown));
  return ExitCode.ok;
}
