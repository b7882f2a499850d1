import { describe, expect, it } from "vitest";
import { prove } from "../src/prover/index.js";
import { findBadOutput } from "./find-bad-output.js";
import { RandomTemplates } from "./random-templates.js";
import { checkWitness } from "./witness-check.js";

const SEED = Number(process.env.VTL_PROVER_SEED ?? 1);
const TEMPLATES = Number(process.env.VTL_PROVER_TEMPLATES ?? 600);
const EVENTS = 1000;

describe("the prover over random templates", () => {
  const templates = new RandomTemplates(SEED);
  const results = Array.from({ length: TEMPLATES }, () => templates.next()).map((template) => ({
    template,
    result: prove(template, { output: "json" }),
  }));

  it(`is never refuted by ${EVENTS} hostile requests for each template that it proves`, () => {
    const proved = results.filter(({ result }) => result.status === "proved");
    expect(proved.length).toBeGreaterThan(TEMPLATES / 10);
    for (const { template } of proved) expect(findBadOutput(template, "json", EVENTS), template).toBeUndefined();
  });

  it("is held against requests that find what is wrong", () => {
    const injected = `#set($p = $input.params('p')){"a":"#if($p == '","x":"y' || $p == '___x___y')$p#end"}`;
    for (const template of [`{"a":"$input.params('p')"}`, injected]) {
      expect(findBadOutput(template, "json", 10 * EVENTS), template).toBeDefined();
    }
    expect(findBadOutput("Action=A&B=$input.params('p')", "form", EVENTS)).toBeDefined();
  });

  it("has witnesses that do break what it calls broken", () => {
    for (const { template, result } of results) if (result.status === "broken") checkWitness(template, result);
  });
});
