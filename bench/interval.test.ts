import { describe, expect, test } from "vitest";
import { isSettled, LEAST_ROUNDS, ratioOf } from "./interval.mjs";

/** Uniform numbers below 1, the same for a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Costs of two builds, the first `ratio` times the second, both disturbed: a little always, much in some rounds. */
function madeUpPairs(seed: number, { ratio, noise, disturbed }: { ratio: number; noise: number; disturbed: number }) {
  const random = randomNumbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const factor = () => Math.exp(noise * normal()) * (random() < disturbed ? 1 + random() : 1);
  return (): [number, number] => {
    const both = 1 + random();
    return [ratio * both * factor(), both * factor()];
  };
}

function sampleUntilSettled(next: () => [number, number], most: number) {
  const pairs: [number, number][] = [];
  while (pairs.length < most) {
    pairs.push(next());
    if (pairs.length >= LEAST_ROUNDS && isSettled(ratioOf(pairs), 0.025)) break;
  }
  return { ...ratioOf(pairs), settled: isSettled(ratioOf(pairs), 0.025), rounds: pairs.length };
}

const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1);

describe("the ratio of pairs", () => {
  test("is theirs if all are alike, with no interval around it", () => {
    const { ratio, low, high } = ratioOf(Array.from({ length: 9 }, (_, i) => [3 * (i + 1), 2 * (i + 1)]));
    for (const value of [ratio, low, high]) expect(value).toBeCloseTo(1.5, 12);
  });

  test("is the other way round for pairs turned round", () => {
    const next = madeUpPairs(1, { ratio: 1.2, noise: 0.05, disturbed: 0.1 });
    const pairs = Array.from({ length: 15 }, next);
    const { ratio, low, high } = ratioOf(pairs);
    const turned = ratioOf(pairs.map(([a, b]) => [b, a]));
    expect(turned.ratio).toBeCloseTo(1 / ratio, 12);
    expect(turned.low).toBeCloseTo(1 / high, 12);
    expect(turned.high).toBeCloseTo(1 / low, 12);
  });

  test("is hardly moved by a round that took a hundred times as long", () => {
    const pairs: [number, number][] = Array.from({ length: 19 }, () => [1, 1]);
    expect(ratioOf([...pairs, [100, 1]])).toEqual({ ratio: 1, low: 1, high: 1 });
  });

  // The integers 1 to 10 as logarithms: the table of the test gives the fourth mean from each end for 99 of 100.
  test("has the interval of Wilcoxon's table", () => {
    const pairs = Array.from({ length: 10 }, (_, i): [number, number] => [Math.exp(i + 1), 1]);
    const { ratio, low, high } = ratioOf(pairs);
    expect(Math.log(ratio)).toBeCloseTo(5.5, 12);
    expect(Math.log(low)).toBeCloseTo(2, 12);
    expect(Math.log(high)).toBeCloseTo(9, 12);
  });
});

describe("sampling until the interval is small", () => {
  test.each([1, 0.9, 1.3])("finds a ratio of %d within 5 %, though rounds are disturbed", (ratio) => {
    const found = seeds.map((seed) =>
      sampleUntilSettled(madeUpPairs(seed, { ratio, noise: 0.03, disturbed: 0.1 }), 150),
    );
    expect(found.filter(({ settled }) => !settled)).toEqual([]);
    expect(found.filter((each) => Math.abs(each.ratio / ratio - 1) > 0.05)).toEqual([]);
    const missed = found.filter(({ low, high }) => ratio < low || ratio > high);
    expect(missed.length / found.length).toBeLessThan(0.05);
  });

  test("takes the least number of rounds where nothing disturbs, and more the more does", () => {
    const rounds = [0.005, 0.03, 0.06].map(
      (noise) => sampleUntilSettled(madeUpPairs(1, { ratio: 1, noise, disturbed: 0 }), 300).rounds,
    );
    expect(rounds[0]).toBe(LEAST_ROUNDS);
    expect(rounds[1]).toBeGreaterThan(LEAST_ROUNDS);
    expect(rounds[2]).toBeGreaterThan(2 * (rounds[1] ?? 0));
  });

  test("is not settled when the most rounds have left a wide interval", () => {
    const { settled, rounds, low, high } = sampleUntilSettled(
      madeUpPairs(1, { ratio: 1, noise: 0.3, disturbed: 0.5 }),
      20,
    );
    expect([settled, rounds]).toEqual([false, 20]);
    expect(high / low).toBeGreaterThan(1.05);
  });
});
