import { parse } from "@apigw-vtl/compiler";
import { expect, it } from "vitest";
import { lint, recommendedSettings, rules } from "../src/index.js";
import { defaultAssumptions } from "../src/prover/assumptions.js";
import { interpret } from "../src/prover/interpreter/interpret.js";
import { outputKind } from "../src/prover/output-kind.js";
import { requestFacts } from "../src/prover/request-facts.js";
import { rulesOfBrokenOutput } from "./corpus-lints.js";
import { RandomTemplates } from "./random-templates.js";

const SEED = Number(process.env.VTL_PROVER_SEED ?? 1);
const TEMPLATES = Number(process.env.VTL_PROVER_TEMPLATES ?? 600);

const settings = {
  ...recommendedSettings,
  rules: rules.map((rule) => ({ rule, level: rule.meta.level, options: {} })),
};

/** What the interpreter alone says, before any request is tried against it. */
function isProof(source: string): boolean {
  const { tree } = parse(source);
  const facts = requestFacts(undefined, defaultAssumptions);
  const { problems, gaveUp } = interpret({ source, tree, holes: [], output: outputKind(tree, undefined, []), facts });
  return problems.length === 0 && gaveUp === undefined;
}

it(`rules never say that the output of ${TEMPLATES} random templates can break where it is proved that it cannot`, () => {
  const templates = new RandomTemplates(SEED);
  let claims = 0;
  const contradictions: string[] = [];
  for (let i = 0; i < TEMPLATES; i++) {
    const source = templates.next();
    const found = lint({ source, settings }).findings.filter(({ ruleId }) => rulesOfBrokenOutput.has(ruleId));
    claims += found.length;
    if (found.length > 0 && outputKind(parse(source).tree, undefined, []) !== "other" && isProof(source)) {
      contradictions.push(`${found.map(({ ruleId }) => ruleId).join()}: ${source}`);
    }
  }
  expect(claims).toBeGreaterThan(TEMPLATES / 4);
  expect(contradictions).toEqual([]);
});
