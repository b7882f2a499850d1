import { folderOf, isTemplateFile, namedSamples, overridesFileOf, roleOf, sampleRoleOf } from "@apigw-vtl/definitions";
import type { TemplateCase, TemplateExpectation } from "../case-file/test-case.js";
import { BrokenCase, type TestHost } from "../run/test-host.js";
import type { TestedTemplate } from "../run/tested-template.js";
import { Subject } from "./subject.js";
import type { LoadedSuite, PlannedCase } from "./test-suite.js";

/** Whether a file is an event beside a template, by its name. */
export function isSampleName(name: string): boolean {
  return /\.sample\.(?:json|ya?ml)$/.test(name) || /^event(?:-[^.]+)?\.(?:json|ya?ml)$/.test(name);
}

/**
 * The samples beside a file with templates as cases: the output is that of the file with what is expected, where there is
 * one; else it is enough that the template renders. `undefined` if it has none.
 */
export async function loadSamples(path: string, host: TestHost): Promise<LoadedSuite | undefined> {
  const folder = folderOf(path);
  const names = await host.listFolder(folder);
  if (!names.some(isSampleName)) return undefined;
  try {
    const subject = await Subject.read(path, {}, host);
    const cases = subject.templates.flatMap((template) => casesOf(template, subject, names));
    return cases.length === 0 ? undefined : { file: path, subject, cases };
  } catch (error) {
    if (!(error instanceof BrokenCase)) throw error;
    const { message, hint } = error;
    const range = { start: 0, end: 0 };
    return { file: path, problems: [{ file: path, range, message, ...(hint !== undefined && { hint }) }] };
  }
}

function casesOf(template: TestedTemplate, { file, templates }: Subject, names: readonly string[]): PlannedCase[] {
  const folder = folderOf(file);
  const embedded = !isTemplateFile(file);
  const owner = {
    stem: file.slice(folder.length).replace(/\.[^.]+$/, ""),
    role: embedded ? sampleRoleOf(roleOf(template.found) || template.found.address) : undefined,
    alone: templates.length === 1,
    embedded,
  };
  return namedSamples(names, owner).map(({ event, label, expected }) => {
    const test: TemplateCase = {
      kind: "template",
      name: label,
      range: NOWHERE,
      address: embedded ? template.found.address : "",
      event: { kind: "file", path: event, range: NOWHERE },
      overlay: undefined,
      answer: undefined,
      expected: expected === undefined ? undefined : expectationOf(expected),
    };
    return { test, file: folder + event };
  });
}

const NOWHERE = { start: 0, end: 0 };

function expectationOf(expected: string): TemplateExpectation {
  const overrides = overridesFileOf(expected);
  return {
    output: { kind: "file", path: expected, range: NOWHERE },
    ...(overrides !== undefined && {
      // A folder without such a file expects that nothing is overridden.
      overrides: { kind: "file", path: overrides, range: NOWHERE, orElse: "{}" },
    }),
  };
}
