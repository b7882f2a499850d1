import type { Place } from "../run/case-result.js";

/** What the tests of a run have reached of a file with templates. */
export interface FileCoverage {
  readonly file: string;
  /** How often each line with something that runs was run, by its number from 1. */
  readonly lines: ReadonlyMap<number, number>;
  /** In the order of the file. */
  readonly branches: readonly Branch[];
  readonly references: readonly ReferenceCoverage[];
}

/** A place at which a template goes one way or another. */
export interface Branch extends Place {
  readonly kind: "if" | "loop" | "operands";
  /** From 1. */
  readonly line: number;
  readonly ways: readonly Way[];
  /** Ways that there are not, whatever the request is, with the reason; they are not among the others. */
  readonly impossible: readonly { readonly name: string; readonly reason: string }[];
}

export interface Way {
  /** `#if`, `#else`, `no #else`, `no round`, `one round`, `many rounds`, or an operand as written. */
  readonly name: string;
  readonly line: number;
  readonly place: Place;
  readonly hits: number;
}

/** A reference that is read, and how often it had a value; the empty text is none. */
export interface ReferenceCoverage extends Place {
  readonly source: string;
  readonly line: number;
  readonly present: number;
  readonly missing: number;
}

/** How many there are, and how many of them were reached. */
export interface Share {
  readonly total: number;
  readonly covered: number;
}

export interface CoverageSummary {
  readonly lines: Share;
  readonly branches: Share;
}

export function summaryOf(files: readonly FileCoverage[]): CoverageSummary {
  const hits = files.flatMap(({ lines }) => [...lines.values()]);
  const ways = files.flatMap(({ branches }) => branches.flatMap((branch) => branch.ways.map((way) => way.hits)));
  return { lines: shareOf(hits), branches: shareOf(ways) };
}

function shareOf(hits: readonly number[]): Share {
  return { total: hits.length, covered: hits.filter((count) => count > 0).length };
}

/** In percent, cut off after one digit: 100 means all. */
export function percentOf({ total, covered }: Share): number {
  return total === 0 ? 100 : Math.floor((covered / total) * 1000) / 10;
}
