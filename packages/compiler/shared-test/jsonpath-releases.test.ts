import { hasShared, readLines } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { renderCase, type TemplateCase } from "./render-case.js";

/** What a release of Jayway JsonPath makes of a path, inside the reference engine. */
type Answer = { readonly output: string } | { readonly error: true };

interface ReleaseCase extends TemplateCase {
  readonly jayway290: Answer;
}

describe.runIf(hasShared())("1,500 random JSONPaths", () => {
  const cases = hasShared() ? readLines<ReleaseCase>("jsonpath/releases.jsonl") : [];

  it("are read as Jayway 2.9.0 reads them, but in a body that is just `null`", () => {
    const differing = cases.filter((one) => {
      const outcome = renderCase(one);
      return "error" in one.jayway290
        ? !("error" in outcome)
        : !("output" in outcome && outcome.output === one.jayway290.output);
    });
    // The engine refuses such a document ("root can not be null"); that is the engine's own, not the service's (its README).
    expect(differing.filter(({ body }) => body !== "null")).toEqual([]);
    expect(differing).toHaveLength(2);
    expect(cases).toHaveLength(1500);
  });
});
