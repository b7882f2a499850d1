import type { Range } from "@apigw-vtl/compiler";
import type { IntegrationFacts, TemplateFacts } from "@apigw-vtl/definitions";
import type { Finding } from "../finding.js";
import { applyFixes } from "../fix.js";
import type { OptionValue, Rule } from "../rule.js";
import { runRules } from "../run-rules.js";

export interface CheckSettings {
  readonly facts?: TemplateFacts;
  readonly holes?: readonly Range[];
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** What one rule finds in a template, in order of place. */
export function check(
  rule: Rule,
  source: string,
  { facts, holes = [], options }: CheckSettings = {},
): readonly Finding[] {
  const { findings } = runRules({
    source,
    holes,
    rules: [{ rule, level: rule.meta.level, options: options ?? {} }],
    ...(facts && { facts }),
  });
  return findings.filter(({ ruleId }) => ruleId === rule.meta.id);
}

/** The text under each squiggle. */
export function highlights(rule: Rule, source: string, settings?: CheckSettings): readonly string[] {
  return check(rule, source, settings).map(({ range }) => source.slice(range.start, range.end));
}

/** The template with every fix of the rule in it. */
export function fixOf(rule: Rule, source: string, settings?: CheckSettings): string {
  return applyFixes(source, check(rule, source, settings), { unsafe: true }).source;
}

/** Facts of an integration that is mapped by templates; `changes` replace the defaults. */
export function factsOf({ integration, ...changes }: FactChanges = {}): TemplateFacts {
  return {
    direction: "request",
    apiType: "REST",
    contentType: "application/json",
    ...changes,
    integration: {
      type: "AWS",
      proxy: false,
      requestParameters: {},
      requestTemplates: ["application/json"],
      responses: [],
      ...integration,
    },
  };
}

type FactChanges = Omit<TemplateFacts, "integration"> & { readonly integration?: Partial<IntegrationFacts> };
