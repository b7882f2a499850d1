import { type HostNode, readDocument, resolvePath } from "@apigw-vtl/definitions";
import { jsonOf } from "../case-file/host-json.js";
import type { ExpectedValue } from "../case-file/test-case.js";
import { jsonTreeOf } from "../compare/json-tree.js";
import type { NewExpectation, Place } from "./case-result.js";
import { BrokenCase, brokenFile, readNamedFile, type TestHost } from "./test-host.js";

/** What is expected, read: a text or JSON text, and where it comes from. */
export interface ExpectedText {
  readonly text: string;
  /** Of the test file, or of the file that it names. */
  readonly place: Place;
  /** The value is all of that file. */
  readonly isFile: boolean;
}

/** Reads a value that is a text. Rejects with a `BrokenCase`. */
export async function expectedText(value: ExpectedValue, testFile: string, host: TestHost): Promise<ExpectedText> {
  if (value.kind === "inline") {
    const text: unknown = JSON.parse(value.json);
    if (typeof text !== "string") {
      throw new BrokenCase("output is a text", "write json for what is to be compared as JSON");
    }
    return { text, place: { file: testFile, range: value.range }, isFile: false };
  }
  return fileText(value, testFile, host);
}

/** Reads a value as JSON text; a file may be YAML. Rejects with a `BrokenCase`. */
export async function expectedJson(value: ExpectedValue, testFile: string, host: TestHost): Promise<ExpectedText> {
  if (value.kind === "inline") {
    return { text: value.json, place: { file: testFile, range: value.range }, isFile: false };
  }
  const found = await fileText(value, testFile, host);
  const { file } = found.place;
  if (!/\.ya?ml$/.test(file)) {
    const tree = jsonTreeOf(found.text);
    if ("problem" in tree) throw brokenFile(file, found.text, tree.start, `not valid JSON: ${tree.problem}`);
    return found;
  }
  const { root, problems } = readDocument(found.text, "yaml");
  const [problem] = problems;
  if (problem !== undefined) throw brokenFile(file, found.text, problem.start, problem.message);
  if (root === undefined) throw new BrokenCase(`${file} is empty`);
  return { ...found, text: jsonOf(root satisfies HostNode, found.text) };
}

async function fileText(
  { path, orElse }: Extract<ExpectedValue, { kind: "file" }>,
  testFile: string,
  host: TestHost,
): Promise<ExpectedText> {
  const file = resolvePath(testFile, path);
  const text = orElse === undefined ? await readNamedFile(file, host) : ((await host.readFile(file)) ?? orElse);
  if (typeof text !== "string") throw new BrokenCase(text.message);
  return { text, place: { file, range: { start: 0, end: text.length } }, isFile: true };
}

/** What has to be written for another value to be expected. */
export function newExpectation(expected: ExpectedText, value: NewExpectation["value"]): NewExpectation {
  const { place, isFile } = expected;
  return { file: place.file, ...(!isFile && { range: place.range }), value };
}
