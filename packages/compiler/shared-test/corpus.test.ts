import { compile, parse, VtlRenderError } from "@apigw-vtl/compiler";
import { corpusTemplates, hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { eventsFor } from "./corpus-events.js";
import { askOracle } from "./oracle.js";
import { renderCase, type TemplateCase } from "./render-case.js";

/**
 * Every real template, with four requests made for it: accepted or refused, and rendered, as the reference engine
 * does. Where the oracle cannot know (its README), the difference is explained here.
 */
describe.runIf(hasShared())("corpus", () => {
  const templates = hasShared() ? corpusTemplates() : [];
  const cases: TemplateCase[] = templates.flatMap(({ id, template }) =>
    Object.entries(eventsFor(template)).map(([kind, event]) => ({ ...event, id: `${id} ${kind}`, template })),
  );

  it("renders every template as the reference engine does, for four requests each", async () => {
    const answers = await askOracle(cases);
    const differences = cases.flatMap((one, i) => {
      const answer = answers[i]!;
      const outcome = renderCase(one);
      const same = answer.ok ? "output" in outcome && outcome.output === answer.output : "error" in outcome;
      return same ? [] : [{ id: one.id, oracle: answer.output ?? answer.error, ours: outcome }];
    });
    expect(cases.length).toBe(templates.length * 4);
    expect(differences).toEqual([]);
  });

  it("renders the same in traced code", () => {
    const outcomeOf = (render: () => { readonly output: string }): unknown => {
      try {
        return render().output;
      } catch (error) {
        if (error instanceof VtlRenderError) return { code: error.code, message: error.message, range: error.range };
        throw error;
      }
    };
    let compared = 0;
    for (const { id, template, ...event } of cases) {
      if (parse(template).diagnostics.some(({ severity }) => severity === "error")) continue;
      const compiled = compile(template);
      const traced = outcomeOf(() => compiled.renderTraced(event));
      expect(traced, id).toEqual(outcomeOf(() => compiled.render(event)));
      compared++;
    }
    expect(compared).toBeGreaterThan(cases.length / 2);
  });
});
