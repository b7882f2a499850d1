import type { ExpectedValue, TextExpectation } from "../case-file/test-case.js";
import { type JsonComparison, jsonDifferences } from "../compare/json-differences.js";
import { jsonTreeOf } from "../compare/json-tree.js";
import { schemaProblems } from "../compare/schema-problems.js";
import { firstDifference, hintForTexts } from "../compare/text-difference.js";
import type { CaseFailure, NewExpectation } from "./case-result.js";
import { type ExpectedText, expectedJson, expectedText, newExpectation } from "./expected-text.js";
import { BrokenCase, type TestHost } from "./test-host.js";

/** What is wrong with a text. */
export interface TextCheck {
  /** With the offset in the text at which it is wrong first, where there is one. */
  readonly failures: readonly (CaseFailure & { readonly offset?: number })[];
  readonly updates: readonly NewExpectation[];
}

interface CheckedText {
  readonly text: string;
  /** `the output`, `the body that was sent`. */
  readonly what: string;
}

/** Holds a text against all that is expected of it. Rejects with a `BrokenCase`. */
export async function checkText(
  { text, what }: CheckedText,
  expected: TextExpectation,
  testFile: string,
  host: TestHost,
): Promise<TextCheck> {
  const checks: TextCheck[] = [];
  const { output, json, subset, schema, matches } = expected;
  if (output) checks.push(checkOutput(text, what, await expectedText(output, testFile, host)));
  if (json) checks.push(await checkJson("equal", json, { text, what }, testFile, host));
  if (subset) checks.push(await checkJson("subset", subset, { text, what }, testFile, host));
  if (schema) checks.push(await checkSchema(schema, { text, what }, testFile, host));
  if (matches !== undefined && !matches.pattern.test(text)) {
    const place = { file: testFile, range: matches.range };
    checks.push(
      failing({ message: `${what} does not match /${matches.pattern.source}/`, expectedAt: place, offset: 0 }),
    );
  }
  return { failures: checks.flatMap(({ failures }) => failures), updates: checks.flatMap(({ updates }) => updates) };
}

function checkOutput(actual: string, what: string, expected: ExpectedText): TextCheck {
  const offset = firstDifference(expected.text, actual);
  if (offset === undefined) return { failures: [], updates: [] };
  const [wanted, present] = [jsonTreeOf(expected.text), jsonTreeOf(actual)];
  const differences =
    "root" in wanted && "root" in present
      ? jsonDifferences({ text: expected.text, ...wanted }, { text: actual, ...present }, "equal")
      : [];
  const hint = hintForTexts(expected.text, actual);
  const failure = {
    message: `${what} is not what is expected`,
    ...(hint !== undefined && { hint }),
    expectedAt: expected.place,
    texts: { name: expected.place.file, expected: expected.text, actual },
    ...(differences.length > 0 && { differences }),
    offset,
  };
  return { failures: [failure], updates: [newExpectation(expected, { kind: "text", text: actual })] };
}

/** Holds JSON against JSON. */
export async function checkJson(
  comparison: JsonComparison,
  value: ExpectedValue,
  { text, what }: CheckedText,
  testFile: string,
  host: TestHost,
): Promise<TextCheck> {
  const expected = await expectedJson(value, testFile, host);
  const wanted = jsonTreeOf(expected.text);
  if ("problem" in wanted) throw new BrokenCase(`${expected.place.file} is no JSON: ${wanted.problem}`);
  const actual = jsonTreeOf(text);
  if ("problem" in actual) return notJson(what, actual);
  const differences = jsonDifferences({ text: expected.text, ...wanted }, { text, ...actual }, comparison);
  if (differences.length === 0) return { failures: [], updates: [] };
  const more = comparison === "subset" ? "has not all that is expected" : "is not what is expected";
  const failure = {
    message: `${what} ${more}`,
    expectedAt: expected.place,
    differences,
    offset: differences[0]?.at.start ?? 0,
  };
  // What a subset would have to say is for people to choose.
  const updates = comparison === "equal" ? [newExpectation(expected, { kind: "json", text })] : [];
  return { failures: [failure], updates };
}

async function checkSchema(
  value: ExpectedValue,
  { text, what }: CheckedText,
  testFile: string,
  host: TestHost,
): Promise<TextCheck> {
  const schema = await expectedJson(value, testFile, host);
  const actual = jsonTreeOf(text);
  if ("problem" in actual) return notJson(what, actual);
  try {
    const problems = await schemaProblems(JSON.parse(schema.text), actual.root, text);
    const failures = problems.map(({ path, message, at }) => ({
      message: `${what} is not as its schema says: ${path} ${message}`,
      expectedAt: schema.place,
      offset: at.start,
    }));
    return { failures, updates: [] };
  } catch (error) {
    throw new BrokenCase(`${schema.place.file}: the schema cannot be used: ${(error as Error).message}`);
  }
}

function notJson(what: string, { problem, start }: { readonly problem: string; readonly start: number }): TextCheck {
  return failing({ message: `${what} is no JSON: ${problem}`, offset: start });
}

const failing = (failure: TextCheck["failures"][number]): TextCheck => ({ failures: [failure], updates: [] });
