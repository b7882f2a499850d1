import type { Declared } from "../source/declared.js";
import { entryOf } from "../tree/lookup.js";

/** Settings that change what the service does with requests, and that have no part here; CloudFormation's names. */
const SETTINGS: readonly (readonly [name: string, consequence: string, ...owners: string[]])[] = [
  ["Policy", "the resource policy is not checked"],
  ["ResourcePolicy", "the resource policy is not checked"],
  ["ResourcePolicy", "the resource policy is not checked", "Auth"],
  ["MinimumCompressionSize", "bodies are not compressed"],
  ["CacheClusterEnabled", "nothing is cached"],
  ["CanarySetting", "all requests go to the stage's own deployment"],
  ["CanarySettings", "all requests go to the stage's own deployment"],
  ["Throttle", "requests are not counted"],
  ["ThrottleSettings", "requests are not counted"],
  ["Quota", "requests are not counted"],
  ["QuotaSettings", "requests are not counted"],
];

/** Of methods of a stage. */
const OF_METHODS: readonly (readonly [name: string, consequence: string])[] = [
  ["CachingEnabled", "nothing is cached"],
  ["ThrottlingBurstLimit", "requests are not counted"],
  ["ThrottlingRateLimit", "requests are not counted"],
];

/** Says which settings of an API, a stage or a usage plan are not regarded; keys may be in any spelling. */
export function reportUnsupportedSettings(properties: Declared | undefined): void {
  for (const [name, consequence, ...owners] of SETTINGS) report(properties?.get(...owners), name, consequence);
  const methods = properties?.get("MethodSettings") ?? properties?.get("settings");
  for (const settings of methods?.items() ?? []) {
    for (const [name, consequence] of OF_METHODS) report(settings, name, consequence);
  }
}

function report(owner: Declared | undefined, name: string, consequence: string): void {
  const setting = owner?.get(name);
  if (owner === undefined || setting === undefined || setting.isNull) return;
  if (setting.node.kind === "scalar" && /^false$/i.test(setting.text() ?? "")) return;
  const { document, evaluation, node: range } = setting;
  const message = `${entryOf(owner.node, name)?.key}: ${consequence} here`;
  evaluation.problems.report("definition-unsupported", { document, range }, { message, about: consequence });
}
