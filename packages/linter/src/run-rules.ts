import { type Diagnostic, type DialectName, type Node, type ParseResult, parse, type Range } from "@apigw-vtl/compiler";
import type { HoleRange, TemplateFacts } from "@apigw-vtl/definitions";
import { type Analysis, analyze } from "./analysis.js";
import type { Finding } from "./finding.js";
import type { ProverAssumptions } from "./prover/assumptions.js";
import { remembered } from "./remembered.js";
import type { Level, OptionValue, Problem, Rule, RuleContext, RuleTarget } from "./rule.js";
import { type AnyVisitor, traverse } from "./traverse.js";

/** A rule as the configuration has it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Level;
  /** Options that differ from their defaults. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A template that was parsed and analysed before: an editor does that once for all that it shows. */
export interface ParsedTemplate extends ParseResult {
  readonly analysis: Analysis;
}

/** Parses a template, once for rules and proof; what is known of it is computed when first asked for. */
export function parseTemplate({
  source,
  facts,
  holes = [],
  dialect = "apigateway",
  assumptions,
}: Omit<RuleRun, "rules" | "parsed">): ParsedTemplate {
  const { tree, diagnostics } = parse(source, { dialect });
  return { tree, diagnostics, analysis: analyze({ source, tree, facts, holes, assumptions }) };
}

export interface RuleRun {
  readonly source: string;
  readonly rules: readonly ActiveRule[];
  readonly facts?: TemplateFacts;
  /** Where the host fills in text; in order of place. */
  readonly holes?: readonly HoleRange[];
  readonly dialect?: DialectName;
  /** What requests are taken to be; the others have their defaults. */
  readonly assumptions?: Partial<ProverAssumptions> | undefined;
  /** Of `source`, `dialect` and `facts`; absent: made here. */
  readonly parsed?: ParsedTemplate;
}

export interface RuleResults {
  /** Of the rules and the parser, in order of place. */
  readonly findings: readonly Finding[];
  /** The template's comments, for suppressions. */
  readonly comments: readonly Comment[];
}

type Comment = Extract<Node, { type: "Comment" }>;

/**
 * Runs rules over one template. What the parser says counts for templates that run: the text of a gateway response is no
 * VTL, and nothing comes of the template of a proxy.
 */
export function runRules(run: RuleRun): RuleResults {
  const { source, rules, facts, holes = [], dialect = "apigateway" } = run;
  const target = targetOf(facts);
  const isMappingTemplate = target === "mapping-template";
  const { tree, diagnostics, analysis } = run.parsed ?? parseTemplate(run);
  const reported = new Map<string, Finding>();
  const replaced = new Set<Diagnostic>();
  const text = ({ start, end }: Range) => source.slice(start, end);

  const visitors = templateRulesOf(rules)
    .filter(({ rule }) => (rule.meta.target ?? "mapping-template") === target)
    .map(({ rule, level, options }): AnyVisitor => {
      const context: RuleContext = {
        source,
        tree,
        diagnostics,
        facts,
        holes,
        dialect,
        analysis,
        options,
        text,
        report: (problem) => {
          if (problem.replaces) replaced.add(problem.replaces);
          const { start, end } = problem.range;
          const place = `${rule.meta.id} ${start} ${end}`;
          if (!reported.has(place)) reported.set(place, findingOf(rule, level, problem));
        },
      };
      return rule.create(context);
    });
  const comments: Comment[] = [];
  traverse(tree, [...visitors, { Comment: (comment) => comments.push(comment) }]);
  for (const { Diagnostic: hear, Printed: see } of visitors) {
    if (hear) for (const diagnostic of diagnostics) hear(diagnostic);
    if (see) for (const printed of analysis.output.printed) see(printed);
  }

  const all = [...reported.values()];
  const findings = isMappingTemplate ? withoutDisproved(all, rules, analysis) : all;
  if (isMappingTemplate) {
    for (const diagnostic of diagnostics) if (!replaced.has(diagnostic)) findings.push(syntaxFinding(diagnostic));
  }
  findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || compare(a.ruleId, b.ruleId));
  return { findings, comments };
}

function targetOf(facts: TemplateFacts | undefined): RuleTarget {
  if (facts?.gatewayResponse !== undefined) return "gateway-response";
  return facts?.integration?.proxy === true ? "proxy" : "mapping-template";
}

/**
 * Where ways were not kept apart, rules are told of values that no way has. What they say of the output then does not
 * stand against a proof.
 */
function withoutDisproved(findings: Finding[], rules: readonly ActiveRule[], analysis: Analysis): Finding[] {
  const ofOutput = new Set(rules.filter(({ rule }) => rule.meta.about === "output").map(({ rule }) => rule.meta.id));
  const isOfOutput = ({ ruleId }: Finding) => ofOutput.has(ruleId);
  const isDisproved = findings.some(isOfOutput) && !analysis.interpretation.isExact && analysis.isOutputProved;
  return isDisproved ? findings.filter((finding) => !isOfOutput(finding)) : findings;
}

/** Those that look at templates, with all their options: worked out once for many templates. */
const templateRulesOf = remembered((rules: readonly ActiveRule[]) =>
  rules.flatMap(({ rule, level, options }) =>
    "create" in rule ? [{ rule, level, options: withDefaults(rule, options) }] : [],
  ),
);

function withDefaults(rule: Rule, options: ActiveRule["options"]): ActiveRule["options"] {
  const schemas = Object.entries(rule.meta.options ?? {});
  return Object.fromEntries(schemas.map(([name, schema]) => [name, options[name] ?? schema.default]));
}

function findingOf({ meta }: Rule, level: Level, { range, message, fix: edits, suggestions }: Problem): Finding {
  const fix = edits && { safe: meta.fixable === "safe", edits };
  return { ruleId: meta.id, level, message, range, ...(fix && { fix }), ...(suggestions && { suggestions }) };
}

function syntaxFinding({ code, severity, message, hint, range }: Diagnostic): Finding {
  return { ruleId: code, level: severity, message: hint === undefined ? message : `${message} ${hint}`, range };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
