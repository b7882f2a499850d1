import { roleOf } from "@apigw-vtl/definitions";
import { findSuites, type LoadedSuite, type PlannedCase, type TestSuite } from "@apigw-vtl/testing/core";
import type { TestCaseSummary, TestSuiteSummary } from "./tests-requests.js";
import type { TestsWorld } from "./tests-world.js";

/** The tests in a folder. */
export async function listTests(folder: string, world: TestsWorld): Promise<readonly TestSuiteSummary[]> {
  const names = await world.host.listFolder(folder);
  const suites = await findSuites(
    names.map((name) => ({ path: folder + name, named: false })),
    world.host,
  );
  return Promise.all(suites.map((suite) => summaryOf(suite, world)));
}

async function summaryOf(suite: LoadedSuite, world: TestsWorld): Promise<TestSuiteSummary> {
  const uri = world.uriOf(suite.file);
  if ("problems" in suite) {
    const [problem] = suite.problems;
    const place = problem && { ...world.placeOf(problem), message: withHint(problem.message, problem.hint) };
    return { uri, subject: uri, cases: [], ...(place && { problem: place }) };
  }
  // Places are told of texts that were read, and those of samples were not yet.
  for (const { file } of suite.cases) await world.host.readFile(file);
  for (const { found } of suite.subject.templates) await world.host.readFile(found.file);
  const cases = [...casesById(suite)].map(([id, planned]) => caseSummary(id, planned, suite, world));
  return { uri, subject: world.uriOf(suite.subject.file), cases };
}

function caseSummary(
  id: string,
  { test, file }: PlannedCase,
  { subject }: TestSuite,
  world: TestsWorld,
): TestCaseSummary {
  const place = world.placeOf({ file, range: test.range });
  const found = test.kind === "template" ? templateAt(subject, test.address) : undefined;
  if (found === undefined) return { id, name: test.name, place };
  const { uri, range } = world.placeOf({ file: found.file, range: found.range });
  return { id, name: test.name, place, template: { uri, range, label: roleOf(found) || found.address } };
}

/** `undefined` where the address means none: running the case tells. */
function templateAt(subject: TestSuite["subject"], address: string) {
  try {
    return subject.at(address).found;
  } catch {
    return undefined;
  }
}

/** A suite's cases by what no other of them has: what it is for and its name, with a number where that comes again. */
export function casesById({ cases }: TestSuite): ReadonlyMap<string, PlannedCase> {
  const found = new Map<string, PlannedCase>();
  for (const planned of cases) {
    const { test } = planned;
    const name = `${test.kind === "template" ? test.address : ""}#${test.name}`;
    let id = name;
    for (let number = 2; found.has(id); number++) id = `${name}#${number}`;
    found.set(id, planned);
  }
  return found;
}

/** What is wrong and what to do, as one text. */
export const withHint = (message: string, hint: string | undefined): string =>
  hint === undefined ? message : `${message}\n${hint}`;
