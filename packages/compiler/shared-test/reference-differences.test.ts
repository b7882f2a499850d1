import { parseEvent } from "@apigw-vtl/compiler";
import { hasShared, readLines } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { renderCase, type TemplateCase } from "./render-case.js";

/** The smallest input of a difference that was found; outputs stand in single quotes, errors begin with ERR. */
interface DifferenceCase extends TemplateCase {
  readonly oracle: string;
  readonly jayway29?: string;
  readonly note?: string;
}

describe.runIf(hasShared())("differences from the reference engine that were found", () => {
  const cases = hasShared() ? readLines<DifferenceCase>("faults/engine/java-and-velocity.jsonl") : [];
  const templates = cases.filter(({ note }) => note === undefined);

  it.each(templates.map((one) => [one.id, one] as const))("%s", (id, one) => {
    const expected = id.startsWith("jsonpath-") ? one.jayway29! : one.oracle;
    const outcome = renderCase(one);
    const actual = "output" in outcome ? `'${outcome.output}'` : "ERR";
    expect(actual).toBe(expected.startsWith("ERR") ? "ERR" : expected);
  });

  it("keeps what JSON has in an event", () => {
    expect(cases.some(({ id }) => id === "parseEvent-del")).toBe(true);
    expect(parseEvent('{"body":"a\\n\x7fb"}').body).toHaveLength(4);
  });
});
