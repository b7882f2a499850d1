import { type IfDirective, type Node, parse, type Range, type Reference, walk } from "@apigw-vtl/compiler";
import { hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { applyEdits, rangesAfter } from "../src/fix.js";
import { type LintSettings, lint, recommendedSettings, rules, type TextEdit } from "../src/index.js";
import { type PlacedTemplate, placedTemplates } from "./corpus-lints.js";

const settings: LintSettings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

/** What variables are renamed with. */
const SUFFIX = "Zq";
const COMMENT = "## a comment";

/** Rule and text of each finding, in no order; white space does not count, and variables have their first names. */
function findingsOf(template: PlacedTemplate): readonly string[] {
  const { source } = template;
  return lint({ ...template, settings })
    .findings.map(({ ruleId, range }) => {
      const text = source.slice(range.start, range.end);
      return `${ruleId} ${text.replaceAll(SUFFIX, "").replace(COMMENT, "").replace(/\s+/g, "")}`;
    })
    .sort();
}

function edited(template: PlacedTemplate, edits: readonly TextEdit[]): PlacedTemplate {
  return { ...template, source: applyEdits(template.source, edits), holes: rangesAfter(template.holes, edits) };
}

function nodesOf(source: string): readonly Node[] {
  const nodes: Node[] = [];
  walk(parse(source).tree, (node) => nodes.push(node));
  return nodes;
}

const serviceRoots: ReadonlySet<string> = new Set(["input", "util", "context", "stageVariables", "method", "foreach"]);

/** Under other names: all variables that the template sets itself. */
function renamed(template: PlacedTemplate): PlacedTemplate {
  const nodes = nodesOf(template.source);
  const targets = nodes.flatMap((node) => {
    if (node.type === "Set") return node.target.type === "Reference" ? [node.target.name] : [];
    return (node.type === "Foreach" || node.type === "Define") && node.variable ? [node.variable.name] : [];
  });
  const own = new Set(targets.filter((name) => !serviceRoots.has(name)));
  const references = nodes.filter((node): node is Reference => node.type === "Reference" && own.has(node.name));
  const ends = new Set(references.map(({ nameRange }) => nameRange.end));
  return edited(
    template,
    [...ends].map((end) => ({ range: { start: end, end }, text: SUFFIX })),
  );
}

/** With blanks at the ends of the lines of its text, and a comment behind it. */
function laidOut(template: PlacedTemplate): PlacedTemplate {
  const blanks = nodesOf(template.source).flatMap((node) => {
    if (node.type !== "Text") return [];
    const { start, end } = node.range;
    const lineEnds = [...template.source.slice(start, end).matchAll(/\n/g)].map(({ index }) => start + index);
    return lineEnds.map((at): TextEdit => ({ range: { start: at, end: at }, text: "  " }));
  });
  const end = template.source.length;
  return edited(template, [...blanks, { range: { start: end, end }, text: COMMENT }]);
}

/** For each `#if` with an `#else` and nothing between: the template with the two branches in the other order. */
function swapped(template: PlacedTemplate): readonly PlacedTemplate[] {
  const { source } = template;
  const text = ({ start, end }: Range) => source.slice(start, end);
  const directives = nodesOf(source).filter(
    (node): node is IfDirective => node.type === "If" && node.branches.length === 1 && node.otherwise !== undefined,
  );
  return directives.flatMap(({ branches: [branch], otherwise }) => {
    // A body that begins right behind the condition would be glued to the word `else`.
    if (!branch || !otherwise || /^\w/.test(text(branch.body.range))) return [];
    return [
      edited(template, [
        { range: branch.condition.range, text: `!(${text(branch.condition.range)})` },
        { range: branch.body.range, text: text(otherwise.body.range) },
        { range: otherwise.body.range, text: text(branch.body.range) },
      ]),
    ];
  });
}

describe.runIf(hasShared())("findings in the corpus stay the same", async () => {
  const templates = (await placedTemplates()).filter(
    ({ source, facts }) =>
      !facts.gatewayResponse && parse(source).diagnostics.every(({ severity }) => severity !== "error"),
  );

  it("whatever variables are called", () => {
    const others = templates.filter((template) => renamed(template).source !== template.source);
    expect(others.length).toBeGreaterThan(100);
    for (const template of others) expect(findingsOf(renamed(template)), template.name).toEqual(findingsOf(template));
  });

  it("however they are laid out", () => {
    expect(templates.length).toBeGreaterThan(400);
    for (const template of templates)
      expect(findingsOf(laidOut(template)), template.name).toEqual(findingsOf(template));
  });

  it("in whichever order branches stand", () => {
    // A hole within an edit would be lost.
    const pairs = templates
      .filter(({ holes }) => holes.length === 0)
      .flatMap((template) => swapped(template).map((other) => [template, other] as const));
    expect(pairs.length).toBeGreaterThan(20);
    for (const [template, other] of pairs) expect(findingsOf(other), other.source).toEqual(findingsOf(template));
  });
});
