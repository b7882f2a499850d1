import type { Range, Template } from "@apigw-vtl/compiler";
import type { EarlierVersion } from "./checkpoint.js";
import type { HeldUses } from "./last-uses.js";
import type { Machine, Standing } from "./machine.js";
import { MovedNodes, type Movement } from "./moved-nodes.js";
import type { Notes } from "./notes.js";
import type { State } from "./state.js";
import type { WayStart } from "./way.js";

/** How it stands where the last statements of a template's body begin. */
export interface Threshold {
  readonly offset: number;
  /** How many statements follow. */
  readonly statements: number;
  readonly states: readonly State[];
  /** How each of the states came here. */
  readonly starts: readonly WayStart[];
  readonly standing: Standing;
  readonly held: HeldUses;
  readonly textOfTest: (key: string) => string | undefined;
}

/** What was found out about the last statements of a template's body. */
export interface Tail {
  readonly threshold: Threshold;
  readonly notes: Notes;
  /** What they took. */
  readonly cost: Pick<Standing, "steps" | "ways">;
  readonly unclosed: string;
}

/** How far the shared ends of two edits near each other may be apart. */
const NEAR = 8;

/**
 * How many statements behind a change are written as in the earlier version. The first one of them is left out: what it is
 * may depend on what stands before it.
 */
export function sharedAtEnd(source: string, tree: Template, earlier: EarlierVersion, shared: number): number {
  const now = tree.body.statements;
  const before = earlier.tree.body.statements;
  const most = Math.min(now.length, before.length) - shared;
  const by = source.length - earlier.source.length;
  const end = source.length - commonEnd(source, earlier.source);
  let count = 0;
  while (count < most) {
    const { type, range } = now.at(-1 - count)!;
    const was = before.at(-1 - count)!;
    if (range.start < end || was.type !== type || was.range.start !== range.start - by) break;
    count++;
  }
  const statements = Math.max(count - 1, 0);
  const known = earlier.tail?.threshold.statements ?? 0;
  // Where what is known of the end begins, as long as that is hardly farther away.
  return known > 0 && known <= statements && statements <= known + NEAR ? known : statements;
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length++;
  return length;
}

/** Before the last statements are gone through. */
export function thresholdAt(machine: Machine, states: readonly State[], offset: number, statements: number): Threshold {
  return {
    offset,
    statements,
    states: states.map((state) => state.copy()),
    starts: states.map(({ way }) => ({ way })),
    standing: machine.standing,
    held: machine.uses.held,
    textOfTest: textsOf(machine.tests, machine.uses),
  };
}

const textsOf = (tests: Machine["tests"], uses: Machine["uses"]) => (key: string) => {
  const test = tests.get(key);
  return test && uses.textOfTest(test);
};

/**
 * What is known of the end of the earlier version, if the ways to it are now what they were: then it goes on as it did
 * there. What was told of nodes and places is told of those that it has now.
 */
export function tailAgain(
  tail: Tail,
  threshold: Threshold,
  machine: Machine,
  versions: { readonly tree: Template; readonly earlier: EarlierVersion; readonly shared: number },
): Tail | undefined {
  const { offset, statements, starts, states } = threshold;
  const was = tail.threshold;
  if (statements !== was.statements || states.length !== was.states.length) return undefined;
  const { tree, earlier, shared } = versions;
  const isSameFact = (key: string) => !key.startsWith("?") || threshold.textOfTest(key) === was.textOfTest(key);
  const isSame =
    machine.isSettled &&
    machine.wouldGoOnLike(was.standing, tail.cost) &&
    states.every((state, i) => state.isSame(was.states[i]!, isSameFact)) &&
    machine.uses.agreesBehind(offset, was.held, was.offset) &&
    tail.notes.wouldFollow(machine.notes);
  const places = isSame ? placesNow(was.states, states) : undefined;
  if (places === undefined) return undefined;
  const kept = tree.body.statements[shared - 1]?.range.end ?? 0;
  const movement = { from: was.offset, by: offset - was.offset, kept, places };
  return moved(tail, threshold, machine, movement, [earlier.tree, tree], starts);
}

/** Where the places are now that the states may tell of; `undefined` where they do not follow each other as they did. */
function placesNow(before: readonly State[], now: readonly State[]): ReadonlyMap<number, Range> | undefined {
  const places = new Map<number, Range>();
  for (const [i, state] of now.entries()) {
    const was = before[i]!.sink.places;
    if (state.sink.places.length !== was.length) return undefined;
    for (const [j, place] of state.sink.places.entries()) {
      const { start } = was[j]!;
      if ((places.get(start) ?? place).start !== place.start) return undefined;
      places.set(start, place);
    }
  }
  const inOrder = [...places].sort(([a], [b]) => a - b).map(([, { start }]) => start);
  return inOrder.every((start, i) => i === 0 || start > inOrder[i - 1]!) ? places : undefined;
}

function moved(
  { notes, cost, unclosed, threshold: was }: Tail,
  threshold: Threshold,
  machine: Machine,
  movement: Movement,
  trees: readonly [Template, Template],
  starts: readonly WayStart[],
): Tail | undefined {
  const [before, now] = trees.map(({ body }) => body.statements.slice(body.statements.length - threshold.statements));
  const nodes = new MovedNodes(before!, now!, movement);
  if (!nodes.isComplete) return undefined;
  const waysFrom = new Map(was.starts.map((start, i) => [start, starts[i]!]));
  const again = notes.moved(nodes, machine.notes, waysFrom);
  return nodes.isComplete ? { threshold, notes: again, cost, unclosed } : undefined;
}
