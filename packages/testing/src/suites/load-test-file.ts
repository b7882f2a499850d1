import { folderOf, HOST_EXTENSIONS, resolvePath } from "@apigw-vtl/definitions";
import { readTestFile } from "../case-file/read-test-file.js";
import { BrokenCase, readNamedFile, type TestHost } from "../run/test-host.js";
import { Subject } from "./subject.js";
import type { LoadedSuite } from "./test-suite.js";

const TEST_FILE = /\.test\.(?:ya?ml|json)$/;

/** Whether a file is one with tests, by its name. */
export function isTestFile(path: string): boolean {
  return TEST_FILE.test(path);
}

/**
 * Whether a file of such a name has tests of templates: other tools call theirs the same. One that is named after a template
 * has, and one with a list of cases that names what it tests or has it beside it.
 */
export async function hasTemplateTests(path: string, text: string, host: TestHost): Promise<boolean> {
  if (/\.(?:vtl|vm)\.test\.\w+$/.test(path)) return true;
  const hasKey = (key: string): boolean => new RegExp(`^\\s*["']?${key}["']?\\s*:`, "m").test(text);
  return hasKey("cases") && (hasKey("subject") || (await subjectsBeside(path, host)).length > 0);
}

/** Reads a test file and the templates that it is for. Rejects for defects only. */
export async function loadTestFile(path: string, host: TestHost): Promise<LoadedSuite> {
  const nowhere = { file: path, range: { start: 0, end: 0 } };
  try {
    const { subject, parameters, cases, problems } = readTestFile(path, await readNamedFile(path, host));
    if (problems.length > 0) {
      const found = problems.map(({ start, end, ...problem }) => ({ file: path, range: { start, end }, ...problem }));
      return { file: path, problems: found };
    }
    const file = subject === undefined ? await subjectOf(path, host) : resolvePath(path, subject);
    const planned = cases.map((test) => ({ test, file: path }));
    return { file: path, subject: await Subject.read(file, parameters, host), cases: planned };
  } catch (error) {
    if (!(error instanceof BrokenCase)) throw error;
    const { message, hint } = error;
    return { file: path, problems: [{ ...nowhere, message, ...(hint !== undefined && { hint }) }] };
  }
}

async function subjectOf(path: string, host: TestHost): Promise<string> {
  const candidates = await subjectsBeside(path, host);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return only;
  throw new BrokenCase(
    candidates.length === 0
      ? `nothing is beside ${path} that it could test`
      : `several files are beside ${path} that it could test: ${candidates.join(", ")}`,
    "name the file with subject",
  );
}

/** `x.vtl` for `x.vtl.test.yaml`; else files of that name with an extension that may hold templates. */
async function subjectsBeside(path: string, host: TestHost): Promise<readonly string[]> {
  const folder = folderOf(path);
  const stem = path.slice(folder.length).replace(TEST_FILE, "");
  const names = await host.listFolder(folder);
  if (names.includes(stem)) return [folder + stem];
  return names.filter((name) => isSubject(name, stem)).map((name) => folder + name);
}

/** Whether a file of a folder may be what the tests in `STEM.test.yaml` are for. */
export function isSubject(name: string, stem: string): boolean {
  return name.startsWith(`${stem}.`) && HOST_EXTENSIONS.includes(name.slice(stem.length + 1).toLowerCase());
}
