/** What is wrong with a mapping template: rules over its tree, and a prover of what it prints. */
export type { TemplateFacts } from "./facts/template-facts.js";
export type { Finding } from "./finding.js";
export { applyFixes, type FixedSource, type FixSelection } from "./fix.js";
export * from "./prover/index.js";
export type { Fix, Level, Rule, RuleMeta, RuleSet, Suggestion, TextEdit } from "./rule.js";
export { rules, rulesById } from "./rules/index.js";
export { type ActiveRule, type RuleResults, type RuleRun, runRules } from "./run-rules.js";
