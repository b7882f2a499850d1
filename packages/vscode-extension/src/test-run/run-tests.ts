import {
  type CaseFailure,
  type CaseResult,
  coverageOf,
  type FileCoverage,
  findSuites,
  isUpdatable,
  runSuite,
  type TestSuite,
  updatesOf,
} from "@apigw-vtl/testing/core";
import { casesById, withHint } from "./list-tests.js";
import type {
  ReachedFile,
  ReachedLine,
  RunTestsParams,
  RunTestsReply,
  TestCaseResult,
  TestFailure,
} from "./tests-requests.js";
import type { TestsWorld } from "./tests-world.js";

/** Runs cases of suites, whose files have these paths. */
export async function runTests(
  { suites, updates }: Pick<RunTestsParams, "suites" | "updates">,
  pathOf: (uri: string) => string,
  world: TestsWorld,
): Promise<RunTestsReply> {
  const ran: { readonly result: CaseResult; readonly told: TestCaseResult }[] = [];
  const templates: TestSuite["subject"]["templates"][number][] = [];
  for (const { uri, cases } of suites) {
    const [suite] = await findSuites([{ path: pathOf(uri), named: false }], world.host);
    if (suite === undefined || "problems" in suite) continue;
    const wanted = [...casesById(suite)].filter(([id]) => cases.includes(id));
    const results = await runSuite({ ...suite, cases: wanted.map(([, planned]) => planned) }, world.host);
    for (const { found } of suite.subject.templates) await world.host.readFile(found.file);
    templates.push(...suite.subject.templates);
    for (const [i, result] of results.entries()) {
      ran.push({ result, told: resultOf(uri, wanted[i]?.[0] ?? "", result, world) });
    }
  }
  const updated = updates
    ? updatesOf(
        ran.map(({ result }) => result),
        world.textOf,
      )
    : [];
  return {
    results: ran.map(({ told }) => told),
    coverage: coverageOf(templates, world.textOf).map((file) => reachedOf(file, world)),
    updates: updated.map(({ path, text }) => ({ uri: world.uriOf(path), ...(text !== undefined && { text }) })),
  };
}

function resultOf(suite: string, id: string, result: CaseResult, world: TestsWorld): TestCaseResult {
  const { outcome, failures, milliseconds } = result;
  return {
    suite,
    id,
    outcome,
    failures: failures.map((failure) => failureOf(failure, result, world)),
    milliseconds,
    isUpdatable: isUpdatable(result),
  };
}

function failureOf(
  { message, hint, printedBy, expectedAt, texts, differences = [] }: CaseFailure,
  { place }: CaseResult,
  world: TestsWorld,
): TestFailure {
  // A difference of JSON is shown by its paths: the texts may differ in layout alone.
  const side = (of: "expected" | "actual"): string =>
    differences.map((difference) => `${difference.path}: ${difference[of] ?? "nothing"}`).join("\n");
  const sides =
    differences.length > 0 ? { expected: side("expected"), actual: side("actual") } : texts && bothOf(texts);
  return { message: withHint(message, hint), place: world.placeOf(printedBy ?? expectedAt ?? place), ...sides };
}

const bothOf = ({ expected, actual }: NonNullable<CaseFailure["texts"]>) => ({ expected, actual });

function reachedOf(file: FileCoverage, world: TestsWorld): ReachedFile {
  return { uri: world.uriOf(file.file), statements: reachedLines(file, world) };
}

function reachedLines({ lines, branches }: FileCoverage, world: TestsWorld): readonly ReachedLine[] {
  const numbers = new Set([...lines.keys(), ...branches.map(({ line }) => line)]);
  return [...numbers]
    .sort((one, other) => one - other)
    .map((line) => ({
      line: line - 1,
      hits: lines.get(line) ?? 0,
      ways: branches
        .filter((branch) => branch.line === line)
        .flatMap(({ ways }) =>
          ways.map(({ name, place, hits }) => ({ label: name, range: world.placeOf(place).range, hits })),
        ),
    }));
}
