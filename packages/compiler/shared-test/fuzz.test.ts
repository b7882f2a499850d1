import { hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { askOracle, generateCases } from "./oracle.js";
import { type Outcome, renderCase } from "./render-case.js";
import { sameButForIdentityHashes } from "./same-output.js";

const SEEDS = Number(process.env.VTL_FUZZ_SEEDS ?? 20);
const CASES = 1000;

/** Cases in which we differ from the reference engine, each with its reason. */
const knownDifferences: ReadonlyMap<string, string> = new Map([
  [
    "gen-10-964",
    "A map that holds its own entry set: the JVM overflows its stack when a condition asks for the map's text; we do not ask.",
  ],
]);

interface Difference {
  readonly id: string;
  readonly oracle: string | undefined;
  readonly ours: Outcome;
}

describe.runIf(hasShared()).each(["apigateway", "velocity"] as const)("random templates, %s", (dialect) => {
  let identityHashes = 0;
  let differences = 0;

  it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
    "seed %i renders as the reference engine does",
    async (seed) => {
      const cases = await generateCases(seed, CASES, dialect);
      const answers = await askOracle(cases);
      const unexplained = cases.flatMap((one, i): Difference[] => {
        const answer = answers[i]!;
        const outcome = renderCase(one);
        const oracle = answer.ok ? answer.output : undefined;
        const ours = "output" in outcome ? outcome.output : undefined;
        if (ours === oracle) return [];
        if (ours !== undefined && oracle !== undefined && sameButForIdentityHashes(one.template, oracle, ours)) {
          identityHashes++;
          return [];
        }
        differences++;
        return knownDifferences.has(one.id) ? [] : [{ id: one.id, oracle: oracle ?? answer.error, ours: outcome }];
      });
      expect(unexplained).toEqual([]);
    },
  );

  it("differs in at most 0.05 % of the cases, identity hash codes aside", () => {
    console.log(
      `${dialect}: ${differences} differences, ${identityHashes} outputs with identity hash codes, of ${SEEDS * CASES}`,
    );
    expect(differences).toBeLessThanOrEqual(SEEDS * CASES * 0.0005);
  });
});
