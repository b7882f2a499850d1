import type { Node, Range, Statement } from "@apigw-vtl/compiler";

/** How statements have moved from one version of a template to the next. */
export interface Movement {
  /** Where the first of them began. */
  readonly from: number;
  /** By how much they moved. */
  readonly by: number;
  /** Where what stands before the change ends: it is the same in both. */
  readonly kept: number;
  /** Where places between are now that may still be told of, by where they began. */
  readonly places: ReadonlyMap<number, Range>;
}

/** The nodes of statements that have moved, and nothing else has happened to them, by what they were. */
export class MovedNodes {
  readonly #nodes = new Map<unknown, unknown>();
  readonly #movement: Movement;
  #isComplete: boolean;

  constructor(before: readonly Statement[], now: readonly Statement[], movement: Movement) {
    this.#movement = movement;
    this.#isComplete = before.length === now.length && this.#pairUp(before, now);
  }

  /** Whether all that was asked for has a place in the new version. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  offset(offset: number): number {
    const { from, by, kept } = this.#movement;
    if (offset >= from) return offset + by;
    if (offset > kept) this.#isComplete = false;
    return offset;
  }

  range<R extends Range>(range: R): R {
    const { from, by, kept, places } = this.#movement;
    if (range.start >= from) return { ...range, start: range.start + by, end: range.end + by };
    const place = places.get(range.start);
    if (place === undefined && range.end > kept) this.#isComplete = false;
    return place && place.end - place.start === range.end - range.start ? { ...range, ...place } : range;
  }

  node<N extends Node>(node: N): N {
    const now = this.find(node);
    if (now === undefined && node.range.end > this.#movement.kept) this.#isComplete = false;
    return now ?? node;
  }

  find<N extends Node>(node: N): N | undefined {
    return this.#nodes.get(node) as N | undefined;
  }

  /** Whether all that is said of nodes is the same, but for their places. */
  #pairUp(before: unknown, now: unknown): boolean {
    const { by } = this.#movement;
    const pending = [before, now];
    while (pending.length > 0) {
      const mine = pending.pop();
      const its = pending.pop();
      if (!isObject(mine) || !isObject(its)) {
        if (mine !== its) return false;
        continue;
      }
      if (typeof mine.start === "number") {
        if (its.start !== mine.start - by || its.end !== (mine.end as number) - by) return false;
        continue;
      }
      if (typeof its.type === "string") this.#nodes.set(its, mine);
      let count = 0;
      for (const key in mine) {
        count++;
        const [of, was] = [mine[key], its[key]];
        if (isObject(of)) pending.push(was, of);
        else if (of !== was) return false;
      }
      for (const _ in its) count--;
      if (count !== 0) return false;
    }
    return true;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
