export type { HoleRange, TemplateFacts } from "@apigw-vtl/definitions";
/** What is wrong with a mapping template: rules over its tree, and a prover of what it prints. */
export { type Analysis, analyze, type OutputShape } from "./analysis.js";
export {
  type ConfigFile,
  type ConfigOverride,
  type LevelName,
  levelNames,
  type RuleSetting,
  type SuppressionSetting,
  type TestSettings,
} from "./config/config-file.js";
export { configSchema } from "./config/config-schema.js";
export { type FileCode, fileCodes, isFileCode } from "./config/file-codes.js";
export { GLOB_OPTIONS, matchesGlob } from "./config/glob.js";
export {
  CONFIG_NAMES,
  ConfigError,
  type ConfigHost,
  findConfig,
  type LoadedConfig,
  loadConfig,
} from "./config/load-config.js";
export { type ResolvedConfig, resolveConfig } from "./config/resolve-config.js";
export { type ConfigProblem, validateConfig } from "./config/validate-config.js";
export type { Finding, SuppressedFinding } from "./finding.js";
export { applyFixes, type FixedSource, type FixSelection } from "./fix.js";
export {
  type FixOptions,
  type FixResult,
  type LintInput,
  type LintResult,
  type LintSettings,
  lint,
  lintAndFix,
  recommendedSettings,
} from "./lint.js";
export { lintRoutes, type RouteFinding } from "./lint-routes.js";
export { once } from "./once.js";
export type { Kind, Origin, ValueSummary } from "./projections/summary.js";
export * from "./prover/index.js";
export { type EarlierVersion, withNodesOf } from "./prover/interpreter/checkpoint.js";
export type { PrintedValue } from "./prover/interpreter/observations.js";
export type { OutputPosition } from "./prover/sinks/sink.js";
export { isOfApi } from "./queries/context-keys.js";
export { nearestName } from "./queries/nearest-name.js";
export { type Definition, loopRoots, type Read, type Scopes, serviceRoots } from "./queries/scopes.js";
export type { Fix, Level, Rule, RuleMeta, RuleSet, Suggestion, TextEdit } from "./rule.js";
export { rules, rulesById } from "./rules/index.js";

export {
  type ActiveRule,
  type ParsedTemplate,
  parseTemplate,
  type RuleResults,
  type RuleRun,
  runRules,
} from "./run-rules.js";
