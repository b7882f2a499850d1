import {
  type CompleteEvent,
  EMPTY_EVENT,
  EventError,
  isPlainObject,
  mergeObjects,
  type PlainObject,
  printedBy,
  type RenderResult,
  type TemplateEvent,
  VtlRenderError,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import { resolvePath } from "@apigw-vtl/definitions";
import { sampleEvent } from "@apigw-vtl/linter";
import type { EventSource, ExpectedError, TemplateCase } from "../case-file/test-case.js";
import type { CaseFailure } from "./case-result.js";
import { checkJson, checkText, type TextCheck } from "./check-text.js";
import { emptyEvent, readEventJson, readEventText } from "./read-event-text.js";
import { BrokenCase, readNamedFile, type TestHost } from "./test-host.js";
import type { TestedTemplate } from "./tested-template.js";

/** Renders a case's template and holds what comes of it against what is expected. Rejects with a `BrokenCase`. */
export async function runTemplateCase(
  test: TemplateCase,
  template: TestedTemplate,
  testFile: string,
  host: TestHost,
): Promise<TextCheck> {
  const event = await eventOf(test, template, testFile, host);
  const rendered = render(template, event);
  const { expected = {} } = test;
  if ("error" in rendered) return checkError(rendered.error, expected.error, template, testFile);
  if (expected.error !== undefined) {
    const expectedAt = { file: testFile, range: expected.error.range };
    return { failures: [{ message: "the template does not fail", expectedAt }], updates: [] };
  }
  const output = { text: rendered.output, what: "the output" };
  const { failures, updates } = await checkText(output, expected, testFile, host);
  const overrides = { text: JSON.stringify(rendered.overrides, null, 2), what: "what is overridden" };
  const ofOverrides =
    expected.overrides === undefined
      ? { failures: [], updates: [] }
      : await checkJson("equal", expected.overrides, overrides, testFile, host);
  return {
    failures: [
      ...located(failures, template, event, rendered.output),
      // Nothing of the output says where an override came from.
      ...ofOverrides.failures.map(({ offset: _, ...failure }) => failure),
    ],
    updates: [...updates, ...ofOverrides.updates],
  };
}

/** The event of a case. Rejects with a `BrokenCase`. */
async function eventOf(
  { event: source, overlay, answer }: TemplateCase,
  template: TestedTemplate,
  testFile: string,
  host: TestHost,
): Promise<TemplateEvent> {
  try {
    const base = await sourceEvent(source, template, testFile, host);
    const event = overlay === undefined ? base : laidOver(base, JSON.parse(overlay), overlay, template);
    return answer === undefined ? event : { ...event, body: answer };
  } catch (error) {
    if (error instanceof EventError) throw new BrokenCase(error.message, error.hint);
    throw error;
  }
}

async function sourceEvent(
  source: EventSource,
  template: TestedTemplate,
  testFile: string,
  host: TestHost,
): Promise<TemplateEvent> {
  const { text, dialect, found } = template;
  switch (source.kind) {
    case "empty":
      return emptyEvent(template);
    case "inline":
      return readEventJson(source.json, template);
    case "model":
      return sampleEvent(text, { facts: found.facts, holes: found.holes, dialect }).event;
    case "file": {
      const path = resolvePath(testFile, source.path);
      return readEventText(path, await readNamedFile(path, host), template);
    }
  }
}

/** What `with` says goes over what the event has, name by name. */
function laidOver(base: TemplateEvent, over: PlainObject, overText: string, template: TestedTemplate): TemplateEvent {
  const read: CompleteEvent = readEventJson(overText, template);
  const parts = Object.keys(over).filter((name): name is keyof CompleteEvent => name in EMPTY_EVENT);
  const merged = parts.map((name) => {
    const [old, value] = [base[name], read[name]];
    return [name, isPlainObject(old) && isPlainObject(value) ? mergeObjects(old, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(merged) };
}

type Rendered = Pick<RenderResult, "output" | "overrides">;

function render(template: TestedTemplate, event: TemplateEvent): Rendered | { readonly error: unknown } {
  try {
    const { output, overrides } = template.compiled.render(event);
    return { output, overrides };
  } catch (error) {
    return { error };
  }
}

function checkError(
  error: unknown,
  expected: ExpectedError | undefined,
  template: TestedTemplate,
  testFile: string,
): TextCheck {
  if (error instanceof VtlSyntaxError) {
    const errors = error.diagnostics.filter(({ severity }) => severity === "error");
    if (expected !== undefined && errors.some(({ code, message }) => isExpected(expected, code, message)))
      return PASSED;
    const failures = errors.map(({ message, range, code, hint }) => ({
      message: `the service refuses the template: ${message} [${code}]`,
      ...(hint !== undefined && { hint }),
      printedBy: template.placeOf(range),
    }));
    return { failures, updates: [] };
  }
  if (!(error instanceof VtlRenderError)) throw error;
  const { code, message, range, hint } = error;
  if (expected !== undefined && isExpected(expected, code, message)) return PASSED;
  const failure: CaseFailure = {
    message: `the template fails${expected === undefined ? "" : " in another way"}: ${message} [${code}]`,
    ...(hint !== undefined && { hint }),
    printedBy: template.placeOf(range),
    ...(expected !== undefined && { expectedAt: { file: testFile, range: expected.range } }),
  };
  return { failures: [failure], updates: [] };
}

const PASSED: TextCheck = { failures: [], updates: [] };

function isExpected(expected: ExpectedError, code: string, message: string): boolean {
  return (
    (expected.code === undefined || expected.code === code) &&
    (expected.message === undefined || message.includes(expected.message))
  );
}

/** With the part of the template that printed what is wrong. The template is rendered again for that, slower. */
function located(
  failures: TextCheck["failures"],
  template: TestedTemplate,
  event: TemplateEvent,
  output: string,
): readonly CaseFailure[] {
  if (failures.every(({ offset }) => offset === undefined)) return failures;
  const { trace } = template.compiled.renderTraced(event);
  return failures.map(({ offset, ...failure }) => {
    const range = offset === undefined ? undefined : printedBy(trace, offset, template.text, output);
    return range === undefined ? failure : { ...failure, printedBy: template.placeOf(range) };
  });
}
