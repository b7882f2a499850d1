import { compile, type RenderResult, VtlRenderError } from "@apigw-vtl/compiler";
import { corpusTemplates, hasShared, placeholdersOf } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { formatTemplate } from "../src/formatting/format-template.js";
import { wordEvents } from "./events.js";

const EVENTS = 60;

/** Every real template formatted: twice is once, and what is printed stays the same. */
describe.runIf(hasShared())("formatting the corpus", () => {
  const templates = hasShared() ? corpusTemplates() : [];

  it("settles at once, keeps every output, and refuses nothing but what the service refuses", () => {
    const counts = new Map<string, number>();
    const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
    const faults: string[] = [];
    const refusals: string[] = [];
    for (const { id, template } of templates) {
      const outcome = formatTemplate({ source: template, holes: placeholdersOf(template) });
      if (!outcome.ok) {
        count("refused");
        refusals.push(`${id}: ${outcome.reason}`);
        continue;
      }
      count(`${outcome.output} ${outcome.edits.length === 0 ? "unchanged" : "formatted"}`);
      const again = formatTemplate({ source: outcome.text, holes: placeholdersOf(outcome.text) });
      if (!again.ok || again.edits.length > 0) faults.push(`${id}: not idempotent`);
      for (const event of wordEvents(template, EVENTS)) {
        const outcomes = [template, outcome.text].map((text) => outcomeOf(() => compile(text).render(event)));
        count("renderings compared");
        const [a, b] = outcome.output === "json" ? outcomes.map(asJson) : outcomes;
        if (a?.json) count("of these JSON");
        if (a?.output !== b?.output || a?.rest !== b?.rest) faults.push(`${id}: ${JSON.stringify([event, outcomes])}`);
      }
    }
    console.log(Object.fromEntries(counts), refusals);
    expect(faults).toEqual([]);
    expect(refusals.filter((refusal) => !refusal.endsWith("the template has syntax errors"))).toEqual([]);
    expect(refusals.length).toBeLessThan(5);
    expect(counts.get("json formatted")).toBeGreaterThan(150);
  });
});

interface Outcome {
  readonly output: string;
  readonly rest: string;
  readonly json?: boolean;
}

function outcomeOf(render: () => RenderResult): Outcome {
  try {
    const { output, overrides } = render();
    return { output, rest: JSON.stringify(overrides) };
  } catch (error) {
    if (error instanceof VtlRenderError) return { output: "", rest: error.code };
    throw error;
  }
}

/** JSON is compared as JSON; what is none must be none in both, and differ in white space only. */
function asJson({ output, rest }: Outcome): Outcome {
  try {
    return { output: JSON.stringify(JSON.parse(output)), rest, json: true };
  } catch {
    return { output: output.replace(/\s+/g, ""), rest };
  }
}
