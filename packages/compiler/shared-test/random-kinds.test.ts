import { hasShared } from "@apigw-vtl/test-support";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askOracle, askOracleBriefly } from "./oracle.js";
import { kinds } from "./random/kinds.js";
import { type Outcome, renderCase, type TemplateCase } from "./render-case.js";

const SEEDS = Number(process.env.VTL_RANDOM_SEEDS ?? 1);
/** The first of them; others than those that CI runs are fresh cases. */
const FROM = Number(process.env.VTL_RANDOM_FROM ?? 1);
const CASES = 1000;

/** What `Object.toString` prints of an object is another number in each run of a JVM. */
const withoutAddresses = (text: string): string => text.replace(/(?<=[\w$;]@)[0-9a-f]{1,8}\b/g, "");

const endsByLimit = ({ outcome }: { outcome: Outcome }) => "error" in outcome && outcome.endedByLimit;

describe.runIf(hasShared()).each(Object.entries(kinds))("random %s", (kind, arbitrary) => {
  it.each(Array.from({ length: SEEDS }, (_, i) => FROM + i))(
    "seed %i renders as the reference engine does",
    async (seed) => {
      const cases = fc
        .sample(arbitrary, { seed, numRuns: CASES })
        .map((one, i): TemplateCase => ({ id: `${kind} ${seed}-${i}`, ...one }));
      const rendered = cases.map((one) => ({ one, outcome: renderCase(one) }));
      const ended = rendered.filter((one) => !endsByLimit(one));
      const answers = await askOracle(ended.map(({ one }) => one));
      const differing = ended.flatMap(({ one, outcome }, i) => {
        const answer = answers[i]!;
        const ours = "output" in outcome ? withoutAddresses(outcome.output) : undefined;
        const theirs = answer.ok ? withoutAddresses(answer.output ?? "") : undefined;
        return ours === theirs ? [] : [{ one, answer, outcome }];
      });
      for (const { one, outcome } of rendered.filter(endsByLimit)) {
        const answer = await askOracleBriefly(one);
        if (answer?.ok) differing.push({ one, answer, outcome });
      }
      expect(differing).toEqual([]);
    },
  );
});
