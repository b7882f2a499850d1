import {
  type CompiledTemplate,
  compile,
  compileInstrumented,
  LineIndex,
  type TemplateEvent,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import { findTemplates } from "@apigw-vtl/definitions";
import { requestsFor } from "@apigw-vtl/linter";
import { corpusTemplates, hasShared } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { summaryOf } from "../src/coverage/coverage.js";
import { TemplateCounter } from "../src/coverage/template-counter.js";
import { templateCoverage } from "../src/coverage/template-coverage.js";
import { generatedCases } from "../src/generate/generated-cases.js";
import { readEventJson } from "../src/run/read-event-text.js";
import { TestedTemplate } from "../src/run/tested-template.js";

if (!hasShared()) console.warn("../shared is missing: templates of the corpus are not counted");

/** Those that the service takes. */
const templates = (hasShared() ? corpusTemplates() : []).filter(({ template }) => {
  try {
    compile(template);
    return true;
  } catch (error) {
    if (error instanceof VtlSyntaxError) return false;
    throw error;
  }
});

function outcome(template: CompiledTemplate, event: TemplateEvent): string {
  try {
    const { output, overrides } = template.render(event);
    return JSON.stringify({ output, overrides });
  } catch (error) {
    return (error as Error).message;
  }
}

describe.runIf(hasShared())("templates of the corpus", () => {
  it("print instrumented what they print plain", () => {
    const differing = templates.filter(({ template }) => {
      const instrumented = compileInstrumented(template, { listener: new TemplateCounter(), in: "render" });
      const plain = compile(template);
      return requestsFor(template, { hostile: 8 }).some(
        (event) => outcome(plain, event) !== outcome(instrumented, event),
      );
    });
    expect(differing.map(({ id }) => id)).toEqual([]);
  });

  it("get cases that reach nine tenths of the branches of the middle one", async () => {
    const shares: number[] = [];
    for (const { template } of templates) {
      const [found] = (await findTemplates({ path: "t.vtl", text: template, format: "template" })).templates;
      if (found === undefined) continue;
      const tested = new TestedTemplate(found, undefined, { dialect: "apigateway", counts: false });
      const cases = await generatedCases(tested);
      const counter = new TemplateCounter();
      const counted = compileInstrumented(template, { listener: counter, in: "render" });
      for (const { event } of cases) outcome(counted, readEventJson(JSON.stringify(event), tested));
      const placeOf = (range: { readonly start: number; readonly end: number }) => ({ file: "", range });
      const reached = templateCoverage(
        { text: template, probes: counted.probes, counter, placeOf },
        new LineIndex(template),
      );
      const { branches } = summaryOf([{ file: "", ...reached }]);
      if (branches.total > 0) shares.push(branches.covered / branches.total);
    }
    shares.sort((one, other) => one - other);
    const middle = shares[shares.length >> 1] ?? 0;
    const sum = shares.reduce((total, share) => total + share, 0);
    console.log(
      `${templates.length} templates, ${shares.length} with branches: middle ${middle}, mean ${sum / shares.length}, all ${shares.filter((share) => share === 1).length}`,
    );
    expect(middle).toBeGreaterThanOrEqual(0.9);
  });
});
