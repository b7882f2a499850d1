import { hasShared } from "@apigw-vtl/test-support";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askOracle } from "./oracle.js";
import { kinds } from "./random/kinds.js";
import { renderCase, type TemplateCase } from "./render-case.js";

const SEEDS = Number(process.env.VTL_RANDOM_SEEDS ?? 1);
const CASES = 1000;

describe.runIf(hasShared()).each(Object.entries(kinds))("random %s", (kind, arbitrary) => {
  it.each(Array.from({ length: SEEDS }, (_, i) => i + 1))(
    "seed %i renders as the reference engine does",
    async (seed) => {
      const cases = fc
        .sample(arbitrary, { seed, numRuns: CASES })
        .map((one, i): TemplateCase => ({ id: `${kind} ${seed}-${i}`, ...one }));
      const answers = await askOracle(cases);
      const differing = cases.flatMap((one, i) => {
        const answer = answers[i]!;
        const outcome = renderCase(one);
        const ours = "output" in outcome ? outcome.output : undefined;
        return ours === (answer.ok ? answer.output : undefined) ? [] : [{ one, answer, outcome }];
      });
      expect(differing).toEqual([]);
    },
  );
});
