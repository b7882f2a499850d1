import type { Expression, Node, Range, Reference, Template } from "@apigw-vtl/compiler";
import type { HoleRange, TemplateFacts } from "@apigw-vtl/definitions";
import { once } from "./once.js";
import type { Origin, ValueSummary } from "./projections/summary.js";
import { assumptionsFor, type ProverAssumptions } from "./prover/assumptions.js";
import type { EarlierVersion } from "./prover/interpreter/checkpoint.js";
import { type Interpretation, interpret, isProof } from "./prover/interpreter/interpret.js";
import { type Budget, proofBudget } from "./prover/interpreter/machine.js";
import type { PrintedValue } from "./prover/interpreter/observations.js";
import { type DocumentKind, documentKind, outputKind } from "./prover/output-kind.js";
import { requestFacts } from "./prover/request-facts.js";
import type { MisplacedText, TrailingComma } from "./prover/sinks/json-fault.js";
import type { OutputPosition } from "./prover/sinks/sink.js";
import { firstOnTheirWay } from "./queries/exclusive-branches.js";
import { holesAndHostNames } from "./queries/host-names.js";
import { ParentMap } from "./queries/parents.js";
import { findScopes, type Scopes } from "./queries/scopes.js";

/** What is asked about a template beyond its tree. Each part is computed when first asked for. */
export interface Analysis {
  readonly parents: ParentMap;
  /** Where variables are set and read. */
  readonly scopes: Scopes;
  /** What it takes requests to be. */
  readonly assumptions: ProverAssumptions;
  /** What the prover's interpreter found out on a small budget. */
  readonly interpretation: Interpretation;
  /** Whether the output is right on every way. Only the proof's budget can tell where ways were not kept apart on the small one. */
  readonly isOutputProved: boolean;
  /** What expressions can be. */
  readonly values: ValueMap;
  /** The document that the template prints, and where in it each expression stands. */
  readonly output: OutputShape;
  /** What later versions of the template can begin with, as far as anything was computed. */
  readonly version: EarlierVersion | undefined;
}

export interface ValueMap {
  /** What an expression can be, over all ways and rounds; `undefined` in code that never runs. */
  valueOf(expression: Expression): ValueSummary | undefined;
  /** The value of a reference's variable, then after each of its steps. */
  stepsOf(reference: Reference): readonly ValueSummary[];
  /** Whether the template reads members of this part of the body by name. */
  usedAsMap(origin: Origin): boolean;
  /** Whether the template loops over this part of the body, or takes members by position. */
  usedAsList(origin: Origin): boolean;
}

/** The document that a template prints. */
export interface OutputShape {
  readonly kind: DocumentKind;
  /** Every printed value of unknown text, by place; one that is printed at several kinds of places more than once. */
  readonly printed: readonly PrintedValue[];
  /** Commas that a bracket can follow. */
  readonly trailingCommas: readonly TrailingComma[];
  /** Where text follows the end of a JSON document. */
  readonly textAfter: readonly Range[];
  /** On each way the first character that JSON does not have where it stands. */
  readonly misplaced: readonly MisplacedText[];
  /** The brackets that are open at the end on every way, outermost first: `{[`. */
  readonly unclosed: string;
  /** The one kind of place where a reference is printed; `undefined` if there is none, or more than one. */
  positionOf(reference: Reference): OutputPosition | undefined;
}

export interface AnalysisInput {
  readonly source: string;
  readonly tree: Template;
  readonly facts: TemplateFacts | undefined;
  readonly holes: readonly HoleRange[];
  /** Those that are given; a proof that is to agree with the rules is made with the same. */
  readonly assumptions?: Partial<ProverAssumptions> | undefined;
  /** With the same facts and holes; `tree` shares its nodes (`withNodesOf`). */
  readonly earlier?: EarlierVersion | undefined;
}

/** What a keystroke may take: each step is worth some microseconds. One template in twenty has more ways. */
const editorBudget: Budget = { ways: 60, steps: 400_000 };

export function analyze(input: AnalysisInput): Analysis {
  const { source, tree, facts } = input;
  const assumptions = assumptionsFor(facts, input.assumptions);
  let version = input.earlier;
  const parents = once(() => new ParentMap(tree as Node));
  const scopes = once(() => findScopes(tree));
  const subject = once(() => {
    const holes = holesAndHostNames({ source, tree, holes: input.holes, scopes });
    return { source, tree, holes, output: outputKind(tree, facts, holes), facts: requestFacts(facts, assumptions) };
  });
  const interpretation = once(() => {
    const result = interpret({ ...subject(), earlier: version }, editorBudget);
    version = { source, tree, checkpoint: result.checkpoint, tail: result.tail };
    return result;
  });
  const isOutputProved = once(() => {
    const known = interpretation();
    if (subject().output === "other" || known.isSurelyBroken) return false;
    return isProof(known.isExact ? known : interpret(subject(), { ...proofBudget, stopsAtProblem: true }));
  });
  const output = once(() => shapeOutput(tree, documentKind(tree, subject().output, subject().holes), interpretation()));
  return {
    assumptions,
    get parents() {
      return parents();
    },
    get scopes() {
      return scopes();
    },
    get interpretation() {
      return interpretation();
    },
    get isOutputProved() {
      return isOutputProved();
    },
    get values() {
      return interpretation().observations;
    },
    get output() {
      return output();
    },
    get version() {
      return version;
    },
  };
}

function shapeOutput(tree: Template, kind: DocumentKind, { observations, unclosed }: Interpretation): OutputShape {
  const { printed, trailingCommas, textAfter, misplaced } = observations;
  /** `undefined` of references that are printed at several kinds of places. */
  const positions = new Map<Reference, OutputPosition | undefined>();
  for (const { reference, position } of printed) {
    const isOther = positions.has(reference) && positions.get(reference) !== position;
    positions.set(reference, isOther ? undefined : position);
  }
  return {
    kind,
    printed: kind === "value" ? printed.map((value) => ({ ...value, position: "json-document" })) : printed,
    trailingCommas,
    textAfter: firstOnTheirWay(tree, textAfter).map(({ range }) => range),
    misplaced: firstOnTheirWay(tree, misplaced),
    unclosed,
    positionOf: (reference) => positions.get(reference),
  };
}
