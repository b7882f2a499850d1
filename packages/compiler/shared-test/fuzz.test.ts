import { describe, expect, it } from "vitest";
import { knownDifferences } from "./known-differences.js";
import { askOracle, generateCases } from "./oracle.js";
import { renderCase } from "./render-case.js";
import { hasShared } from "./shared-folder.js";

const SEEDS = 20;
const CASES = 1000;
/** At least 99.95 % of all cases of a dialect must be the same. */
const ALLOWED = Math.floor(SEEDS * CASES * 0.0005);

describe.runIf(hasShared()).each(["apigateway", "velocity"] as const)("random templates, %s", (dialect) => {
  const differences: string[] = [];

  it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))("seed %i renders as the reference engine does", async (seed) => {
    const cases = await generateCases(seed, CASES, dialect);
    const answers = await askOracle(cases);
    cases.forEach((one, i) => {
      const answer = answers[i]!;
      const outcome = renderCase(one);
      const same = answer.ok ? "output" in outcome && outcome.output === answer.output : "error" in outcome;
      if (!same) differences.push(one.id);
    });
    expect(differences.filter((id) => !knownDifferences.has(id))).toEqual([]);
  });

  it("differs nowhere but where the reason is written down", () => {
    expect(differences.length).toBeLessThanOrEqual(ALLOWED);
  });
});
