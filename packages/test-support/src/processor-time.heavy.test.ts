import { describe, expect, it } from "vitest";
import { GROWTH, growthOf } from "./processor-time.js";

const LARGE = 12_000;

/** Adds up as many numbers as `rounds` says. */
function sum(rounds: number): number {
  let total = 0;
  for (let round = 0; round < rounds; round++) total = (total + round) % 1_000_003;
  return total;
}

describe("growthOf", () => {
  it("calls linear what takes as long again for as much again", () => {
    expect(growthOf((size: number) => sum(size * 2_000), LARGE / GROWTH, LARGE)).toBe("linear");
  });

  it("says by how much what grows with the square takes longer", () => {
    expect(growthOf((size: number) => sum(size * size), LARGE / GROWTH, LARGE)).toBeGreaterThan(GROWTH);
  });
});
