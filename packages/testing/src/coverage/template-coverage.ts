import type { LineIndex, Probe } from "@apigw-vtl/compiler";
import type { TextRange } from "@apigw-vtl/definitions";
import type { Place } from "../run/case-result.js";
import type { Branch, FileCoverage, ReferenceCoverage, Way } from "./coverage.js";
import type { TemplateCounter } from "./template-counter.js";

/** A template, its probes and what was counted of them. */
export interface CountedTemplate {
  readonly text: string;
  readonly probes: readonly Probe[];
  readonly counter: TemplateCounter;
  readonly placeOf: (range: TextRange) => Place;
}

/** A probe with its number. */
type Numbered<Kind extends Probe["kind"]> = Extract<Probe, { kind: Kind }> & { readonly number: number };

/** What was reached of a template, at the lines of its file. */
export function templateCoverage(template: CountedTemplate, lines: LineIndex): Omit<FileCoverage, "file"> {
  const of = <Kind extends Probe["kind"]>(kind: Kind): Numbered<Kind>[] =>
    template.probes.flatMap((probe, number) => (isOfKind(probe, kind) ? [{ ...probe, number }] : []));
  const branches = [
    ...groups(of("arm")).map((arms) => ifBranch(arms, template, lines)),
    ...groups(of("rounds")).map((rounds) => loopBranch(rounds, template, lines)),
    ...groups(of("operand")).map((operands) => operandsBranch(operands, template, lines)),
  ];
  return {
    lines: linesOf(of("statement"), template, lines),
    branches: branches.sort((one, other) => one.range.start - other.range.start),
    references: of("reference").map((probe) => referenceCoverage(probe, template, lines)),
  };
}

function isOfKind<Kind extends Probe["kind"]>(probe: Probe, kind: Kind): probe is Extract<Probe, { kind: Kind }> {
  return probe.kind === kind;
}

/** A line is run as often as what runs most often on it; one without anything to run has no number. */
function linesOf(
  statements: readonly Numbered<"statement">[],
  { text, counter, placeOf }: CountedTemplate,
  lines: LineIndex,
): ReadonlyMap<number, number> {
  const hits = new Map<number, number>();
  for (const { range, number } of statements) {
    for (const line of text.slice(range.start, range.end).matchAll(/\S.*/g)) {
      const start = range.start + line.index;
      const place = placeOf({ start, end: start + 1 });
      const at = lines.position(place.range.start).line;
      hits.set(at, Math.max(hits.get(at) ?? 0, counter.hits(number)));
    }
  }
  return hits;
}

/** Probes that belong together, in the order of the template. */
function groups<Member extends { readonly of: number }>(probes: readonly Member[]): Member[][] {
  const found = new Map<number, Member[]>();
  for (const probe of probes) found.set(probe.of, [...(found.get(probe.of) ?? []), probe]);
  return [...found.values()];
}

const ARMS = { if: "#if", elseif: "#elseif", else: "#else", "no-else": "no #else" } as const;

function ifBranch(arms: readonly Numbered<"arm">[], template: CountedTemplate, lines: LineIndex): Branch {
  const ways = arms.map((probe) =>
    wayOf(ARMS[probe.arm], probe.range, template.counter.hits(probe.number), template, lines),
  );
  return branchOf("if", arms[0]?.range, ways, template, lines);
}

function loopBranch(rounds: readonly Numbered<"rounds">[], template: CountedTemplate, lines: LineIndex): Branch {
  const hits = (name: Numbered<"rounds">["rounds"]): number => {
    const probe = rounds.find((one) => one.rounds === name);
    return probe === undefined ? 0 : template.counter.hits(probe.number);
  };
  const range = rounds[0]?.range ?? NOWHERE;
  const counts = {
    "no round": hits("none"),
    "one round": hits("first") - hits("second"),
    "many rounds": hits("second"),
  };
  const ways = Object.entries(counts).map(([name, count]) => wayOf(name, range, count, template, lines));
  const items = rounds[0]?.items;
  if (items === undefined) return branchOf("loop", range, ways, template, lines);
  // A list that is written out is gone through to its end each time.
  const only = items === 0 ? "no round" : items === 1 ? "one round" : "many rounds";
  const reason = `the list is written out and has ${items} item${items === 1 ? "" : "s"}`;
  const impossible = ways.flatMap(({ name }) => (name === only ? [] : [{ name, reason }]));
  const possible = ways.filter(({ name }) => name === only);
  return { ...branchOf("loop", range, possible, template, lines), impossible };
}

function operandsBranch(operands: readonly Numbered<"operand">[], template: CountedTemplate, lines: LineIndex): Branch {
  const ways = operands.map(({ range, number }) =>
    wayOf(template.text.slice(range.start, range.end), range, template.counter.hits(number), template, lines),
  );
  return branchOf("operands", operands[0]?.range, ways, template, lines);
}

const NOWHERE: TextRange = { start: 0, end: 0 };

function branchOf(
  kind: Branch["kind"],
  range: TextRange = NOWHERE,
  ways: readonly Way[],
  { placeOf }: CountedTemplate,
  lines: LineIndex,
): Branch {
  const place = placeOf(range);
  return { kind, ...place, line: lines.position(place.range.start).line, ways, impossible: [] };
}

function wayOf(name: string, range: TextRange, hits: number, { placeOf }: CountedTemplate, lines: LineIndex): Way {
  const place = placeOf(range);
  return { name, line: lines.position(place.range.start).line, place, hits };
}

function referenceCoverage(
  { source, range, number }: Numbered<"reference">,
  { counter, placeOf }: CountedTemplate,
  lines: LineIndex,
): ReferenceCoverage {
  const place = placeOf(range);
  const line = lines.position(place.range.start).line;
  return { source, ...place, line, present: counter.present(number), missing: counter.missing(number) };
}
