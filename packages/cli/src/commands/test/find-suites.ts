import { posix } from "node:path";
import {
  hasTemplateTests,
  isSampleName,
  isTestFile,
  type LoadedSuite,
  loadSamples,
  loadTestFile,
} from "@apigw-vtl/testing/core";
import type { SelectedFile } from "../../files/find-files.js";
import type { ProjectHost } from "./project-host.js";

/** The tests in and about some files, each file of tests once. */
export async function findSuites(files: readonly SelectedFile[], host: ProjectHost): Promise<readonly LoadedSuite[]> {
  const suites = new Map<string, LoadedSuite>();
  for (const { path, named } of files) {
    for (const testFile of isTestFile(path) ? [path] : named ? await testFilesOf(path, host) : []) {
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
async function isOurs(path: string, named: boolean, host: ProjectHost): Promise<boolean> {
  if (named) return true;
  const text = await host.readFile(path);
  return typeof text === "string" && hasTemplateTests(path, text, host);
}

/** The test files beside a template or definition that the user names. */
async function testFilesOf(path: string, host: ProjectHost): Promise<readonly string[]> {
  const { dir, base, name } = posix.parse(path);
  const names = await host.listFolder(dir === "" ? "" : `${dir}/`);
  const isTest = (other: string) => isTestFile(other) && [base, name].includes(other.replace(/\.test\.\w+$/, ""));
  return names.filter(isTest).map((other) => posix.join(dir, other));
}

/** By the names alone: most files have none, and to search a file for templates takes a while. */
async function mayHaveSamples(path: string, host: ProjectHost): Promise<boolean> {
  const { dir, base, name } = posix.parse(path);
  if (isSampleName(base)) return false;
  const names = await host.listFolder(dir === "" ? "" : `${dir}/`);
  const isTemplate = /\.(?:vtl|vm)$/.test(base);
  return names.some(
    (other) => isSampleName(other) && (other.startsWith(`${name}.`) || (isTemplate && /^event[-.]/.test(other))),
  );
}
