import { type ActiveRule, type Level, rules, rulesById, runRules } from "@apigw-vtl/linter";
import { UsageError } from "../../failure.js";
import type { LintTemplate } from "./lint-file.js";

const LEVEL_NAMES: ReadonlyMap<string, Level | "off"> = new Map([
  ["off", "off"],
  ["info", "info"],
  ["warning", "warning"],
  ["warn", "warning"],
  ["error", "error"],
]);

/** The recommended rules, with what `--rule id=level` changes; throws a `UsageError` for what is no rule or level. */
export function ruleSettings(changes: readonly (readonly [id: string, level: string])[]): LintTemplate {
  const levels = new Map<string, Level | "off">();
  for (const { meta } of rules) levels.set(meta.id, meta.set === "recommended" ? meta.level : "off");
  for (const [id, name] of changes) {
    const level = LEVEL_NAMES.get(name);
    if (!rulesById.has(id)) throw new UsageError(`there is no rule ${id}`, { hint: "--list-rules shows them all" });
    if (level === undefined) {
      throw new UsageError(`${name} is no level`, { hint: "the levels are off, info, warning and error" });
    }
    levels.set(id, level);
  }
  const active = rules.flatMap((rule): ActiveRule[] => {
    const level = levels.get(rule.meta.id) ?? "off";
    return level === "off" ? [] : [{ rule, level, options: {} }];
  });
  return ({ text, facts }) => runRules({ source: text, facts, rules: active }).findings;
}
