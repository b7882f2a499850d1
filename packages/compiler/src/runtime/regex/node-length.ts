import { type Optional, type Quantified, type RegexNode, UNBOUNDED } from "./syntax-tree.js";

/** How much nodes can match. Java computes with 32-bit integers, which wrap around. */
export interface NodeLength {
  readonly min: number;
  /** Undefined where Java finds no "obvious maximum length": among others where a repetition makes the sum wrap around. */
  readonly max: number | undefined;
}

const ARBITRARY_LENGTH = 0xfffffff;

const NONE: NodeLength = { min: 0, max: 0 };
const NOTHING: Study = { settled: NONE, running: NONE, isOver: false };

/**
 * Lengths so far. Java notices a sum that wraps around only in a repetition, and only within what follows the last
 * alternation: what came before that is settled and added without a check.
 */
interface Study {
  readonly settled: NodeLength;
  readonly running: NodeLength;
  /** Behind a repeated group that may match in several ways Java counts nothing up to the end of the branch. */
  readonly isOver: boolean;
}

/** How much a node can match. */
export function lengthOf(node: RegexNode): NodeLength {
  const { settled, running } = studied(NOTHING, node);
  return sum(settled, running);
}

function sum(a: NodeLength, b: NodeLength): NodeLength {
  const isBounded = a.max !== undefined && b.max !== undefined;
  return { min: (a.min + b.min) | 0, max: isBounded ? (a.max + b.max) | 0 : undefined };
}

function running(study: Study, min: number, max: number | undefined): Study {
  return { ...study, running: sum(study.running, { min, max }) };
}

/** The study of what comes before, continued with a node. */
function studied(study: Study, node: RegexNode): Study {
  if (study.isOver) return study;
  switch (node.type) {
    case "literal":
    case "set":
      return running(study, 1, 1);
    case "assertion":
    case "graphemeBoundary":
    case "lookAhead":
    case "lookBehind":
      return study;
    case "backReference":
      return running(study, 0, undefined);
    case "lineBreak":
      return running(study, 1, 2);
    // Java does not count how long one can be, so that no look-behind finds one.
    case "grapheme":
      return running(study, 1, 0);
    case "group":
      return studied(study, node.body);
    case "atomic":
      return { ...study, running: enclosed(study.running, node.body) };
    case "sequence":
      return node.nodes.reduce(studied, study);
    case "alternation":
      return afterAlternation(study, node.branches.map(lengthOf));
    case "optional":
      return afterOptional(study, node);
    case "quantified":
      return afterRepetition(study, node);
  }
}

/** What comes before together with a body that is studied on its own, so that nothing in it stays settled. */
function enclosed(before: NodeLength, body: RegexNode): NodeLength {
  const study = studied({ ...NOTHING, running: before }, body);
  return sum(study.settled, study.running);
}

function afterAlternation({ settled, running }: Study, branches: readonly NodeLength[]): Study {
  const isBounded = branches.every(({ max }) => max !== undefined);
  const alternation = {
    min: Math.min(...branches.map(({ min }) => min)),
    max: isBounded ? Math.max(-1, ...branches.map(({ max }) => max!)) : undefined,
  };
  return { ...NOTHING, settled: sum(sum(settled, running), alternation) };
}

function afterOptional(study: Study, { body, mode }: Optional): Study {
  // Java compiles an optional group to an alternation with nothing.
  if (body.type === "group" && mode !== "possessive") return afterAlternation(study, [lengthOf(body), NONE]);
  const { max } = enclosed(study.running, body);
  return { ...study, running: { min: study.running.min, max } };
}

function afterRepetition(study: Study, node: Quantified): Study {
  const { body, min, max, mode } = node;
  const isChar = body.type === "literal" || body.type === "set";
  if (isChar && mode === "greedy" && max === UNBOUNDED) return running(study, min, UNBOUNDED);
  const before = study.running;
  if (isLoop(node)) return { ...study, running: { min: before.min, max: undefined }, isOver: true };
  const length = lengthOf(body);
  const shortest = (Math.imul(length.min, min) + before.min) | 0;
  return {
    ...study,
    running: {
      min: shortest < before.min ? ARBITRARY_LENGTH : shortest,
      max: longestAfter(before.max, length.max, max),
    },
  };
}

function longestAfter(before: number | undefined, length: number | undefined, count: number): number | undefined {
  if (before === undefined || length === undefined) return undefined;
  const longest = (Math.imul(length, count) + before) | 0;
  return longest < before ? undefined : longest;
}

/** Whether the repeated body is a group that may match in several ways, so that the matcher may go back into an iteration. */
export function isLoop({ body, mode }: Quantified): boolean {
  return body.type === "group" && mode !== "possessive" && !isDeterministic(body.body);
}

/**
 * Whether Java takes each match of the node to be the only one possible at its place. A repeated group that is
 * deterministic never gives back part of an iteration, and what it captured inside stays when an iteration is given up.
 */
function isDeterministic(node: RegexNode): boolean {
  switch (node.type) {
    case "alternation":
    case "optional":
    case "grapheme":
      return false;
    case "group":
    case "atomic":
      return isDeterministic(node.body);
    case "sequence":
      return node.nodes.every(isDeterministic);
    case "quantified":
      return node.min === node.max && isDeterministic(node.body);
    default:
      return true;
  }
}
