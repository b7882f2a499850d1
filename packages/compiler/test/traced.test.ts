import { compile, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { type ConformanceCase, readConformanceCases, readRenderings } from "./repository-files.js";

/** Traced code, which errors are located with, must do what the fast code does. */
function bothOutcomes({ template, dialect, ...event }: ConformanceCase): [unknown, unknown] {
  const outcomeOf = (render: () => { output: string }) => {
    try {
      return render().output;
    } catch (error) {
      if (error instanceof VtlRenderError) return { code: error.code, message: error.message, range: error.range };
      throw error;
    }
  };
  const compiled = compile(template, { dialect });
  return [outcomeOf(() => compiled.render(event)), outcomeOf(() => compiled.renderTraced(event))];
}

describe.each(readConformanceCases())("traced: $group", ({ cases }) => {
  it("gives the same output or error as untraced code", () => {
    for (const given of cases) {
      try {
        const [fast, traced] = bothOutcomes(given);
        expect(traced, given.id).toEqual(fast);
      } catch (error) {
        if (!(error instanceof VtlSyntaxError)) throw error;
      }
    }
  });
});

describe("the trace", () => {
  it.each(readRenderings())(
    "of $name covers the output, and lies within the template",
    ({ template, event, output }) => {
      const { trace } = compile(template).renderTraced(event);
      let at = 0;
      for (const { outputStart, outputEnd, range } of trace) {
        expect(outputStart).toBeLessThanOrEqual(at);
        expect(outputEnd).toBeGreaterThan(outputStart);
        at = Math.max(at, outputEnd);
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(template.length);
      }
      expect(at).toBe(output.length);
    },
  );
});
