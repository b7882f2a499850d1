import { compile, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { type ConformanceCase, readConformanceCases, readRenderings } from "./repository-files.js";

describe("templates that do real work render as the reference engine renders them", () => {
  it.each(readRenderings())("$name", ({ template, event, output, overrides }) => {
    const rendered = compile(template).render(event);
    expect(rendered.output).toBe(output);
    expect(rendered.overrides).toEqual(overrides);
  });
});

/** The output, or the kind of error. */
function outcomeOf({ template, dialect, ...event }: ConformanceCase): unknown {
  try {
    return { output: compile(template, { dialect }).render(event).output };
  } catch (error) {
    if (error instanceof VtlSyntaxError || error instanceof VtlRenderError) return { error: true };
    throw error;
  }
}

const groups = readConformanceCases();

it("has all 2,000 conformance cases", () => {
  expect(groups.flatMap(({ cases }) => cases)).toHaveLength(2000);
});

describe.each(groups)("conformance: $group", ({ cases }) => {
  it.each(cases)("$id", (given) => {
    expect(outcomeOf(given)).toEqual(given.expected);
  });
});
