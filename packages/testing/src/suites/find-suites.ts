import { folderOf, isTemplateFile } from "@apigw-vtl/definitions";
import type { TestHost } from "../run/test-host.js";
import { isSampleName, loadSamples } from "./load-samples.js";
import { hasTemplateTests, isSubject, isTestFile, loadTestFile } from "./load-test-file.js";
import type { LoadedSuite } from "./test-suite.js";

/** A file that may be a test, or may have tests beside it. */
export interface TestedFile {
  readonly path: string;
  /** Whether somebody asked for this file, rather than for a folder around it. */
  readonly named: boolean;
}

/** The tests in and about some files, each file of tests once. */
export async function findSuites(files: readonly TestedFile[], host: TestHost): Promise<readonly LoadedSuite[]> {
  const suites = new Map<string, LoadedSuite>();
  for (const { path, named } of files) {
    for (const testFile of isTestFile(path) ? [path] : named ? await testFilesBeside(path, host) : []) {
      if (suites.has(testFile) || !(await isOurs(testFile, named, host))) continue;
      suites.set(testFile, await loadTestFile(testFile, host));
    }
    if (isTestFile(path) || !(await mayHaveSamples(path, host))) continue;
    const samples = await loadSamples(path, host);
    if (samples !== undefined) suites.set(path, samples);
  }
  return [...suites.values()];
}

/** Files that are called like tests may be another tool's, but for those that the user names. */
async function isOurs(path: string, named: boolean, host: TestHost): Promise<boolean> {
  if (named) return true;
  const text = await host.readFile(path);
  return typeof text === "string" && hasTemplateTests(path, text, host);
}

/** The test files beside a template or definition. */
export async function testFilesBeside(path: string, host: TestHost): Promise<readonly string[]> {
  const { folder, base, stem } = partsOf(path);
  const names = await host.listFolder(folder);
  const isTest = (other: string) => isTestFile(other) && [base, stem].includes(other.replace(/\.test\.\w+$/, ""));
  return names.filter(isTest).map((other) => folder + other);
}

/**
 * What the test file of a template or definition is called: `x.vtl.test.yaml`, `template.test.yaml`; `stack.py.test.yaml`
 * if `stack.js` is beside it, which may have tests too.
 */
export async function testFileOf(path: string, host: Pick<TestHost, "listFolder">): Promise<string> {
  const { folder, base, stem } = partsOf(path);
  const others = (await host.listFolder(folder)).filter((name) => isSubject(name, stem));
  return `${folder}${isTemplateFile(base) || others.length > 1 ? base : stem}.test.yaml`;
}

/** By the names alone: most files have none, and to search a file for templates takes a while. */
async function mayHaveSamples(path: string, host: TestHost): Promise<boolean> {
  const { folder, base, stem } = partsOf(path);
  if (isSampleName(base)) return false;
  const names = await host.listFolder(folder);
  const isTemplate = isTemplateFile(base);
  return names.some(
    (other) => isSampleName(other) && (other.startsWith(`${stem}.`) || (isTemplate && /^event[-.]/.test(other))),
  );
}

function partsOf(path: string): { readonly folder: string; readonly base: string; readonly stem: string } {
  const folder = folderOf(path);
  const base = path.slice(folder.length);
  return { folder, base, stem: base.replace(/(?<=.)\.[^.]*$/, "") };
}
