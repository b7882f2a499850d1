import { prove } from "@apigw-vtl/linter";
import type { TemplateExpectation } from "../case-file/test-case.js";
import { templateBehind } from "../imports/imported-template.js";
import { failureText, placeText } from "../report/failure-text.js";
import { runTemplateCase } from "../run/run-template-case.js";
import { caseOf, type NamedTemplate, readTemplate, type TestEvent } from "./tested.js";

/** What a matcher says, in the form of vitest and jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for `expect.extend`; what they are given is the path of a template, `template.yaml#POST /orders request`, or what a
 * test has imported from the file of a template.
 */
export const matchers = {
  /** `await expect("put.vtl").toRender(event, text)`: prints the text, byte for byte; without one, that it renders. */
  toRender: (template: unknown, event?: TestEvent, output?: string): Promise<MatcherResult> =>
    check(template, event, output === undefined ? {} : { output: inline(output) }),

  /** `await expect("put.vtl").toRenderJson(event, value)`: prints this JSON, or JSON with at least these members. */
  toRenderJson: (
    template: unknown,
    event: TestEvent | undefined,
    value: unknown,
    { subset = false }: { readonly subset?: boolean } = {},
  ): Promise<MatcherResult> => check(template, event, subset ? { subset: inline(value) } : { json: inline(value) }),

  /** `await expect("put.vtl").toBeProved()`: its output is right for every request that the method takes. */
  async toBeProved(template: unknown): Promise<MatcherResult> {
    const { name, template: tested, lineOf } = await namedBy(template);
    const { text, found } = tested;
    const result = prove(text, { facts: found.facts, holes: text === found.text ? found.holes : [] });
    if (result.status === "proved") return told(true, `${name} is proved: its output is right for every request`);
    if (result.status === "not-applicable") return told(false, `${name} cannot be proved: ${result.reason}`);
    const range = result.status === "broken" ? result.witness.range : result.range;
    const lines = [
      `${name} is not proved: ${result.reason}`,
      `at ${placeText(tested.placeOf(range), lineOf)}`,
      ...(result.status === "broken"
        ? [`with ${JSON.stringify(result.witness.event)}`, `it prints ${result.witness.output}`]
        : []),
    ];
    return told(false, lines.join("\n"));
  },
};

async function check(
  template: unknown,
  event: TestEvent | undefined,
  expected: TemplateExpectation,
): Promise<MatcherResult> {
  const { name, template: tested, host, lineOf, rendered } = await namedBy(template);
  const { failures } = await runTemplateCase(caseOf(event, expected), tested, name, host);
  rendered?.();
  if (failures.length === 0) return told(true, `${name} prints what it is expected not to`);
  return told(false, failures.map((failure) => failureText(failure, lineOf)).join("\n\n"));
}

function told(pass: boolean, message: string): MatcherResult {
  return { pass, message: () => message };
}

async function namedBy(template: unknown): Promise<NamedTemplate> {
  const named = typeof template === "string" ? await readTemplate(template) : templateBehind(template);
  if (named !== undefined) return named;
  throw new TypeError(
    "expect is given the path of a template, template.yaml#POST /orders request, or what was imported from its file",
  );
}

function inline(value: unknown) {
  return { kind: "inline", json: JSON.stringify(value), range: { start: 0, end: 0 } } as const;
}
