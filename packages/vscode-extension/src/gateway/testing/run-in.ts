import type { TemplateEvent } from "@apigw-vtl/compiler";
import { findTemplates } from "@apigw-vtl/definitions";
import { loadGrammar } from "@apigw-vtl/test-support";
import { runTemplate, type TemplateRunResult } from "../run-template.js";

/** When requests of tests come: 14 November 2023. */
export const NOW = 1_700_000_000_000;

type Ran = Extract<TemplateRunResult, { status: "ran" }>;

/**
 * Runs the template that has a text in it, found as an editor finds it. `files` are by path; the first declares the API,
 * and of Terraform all do.
 */
export async function runIn(
  files: Readonly<Record<string, string>>,
  text: string,
  event: TemplateEvent,
  made: TemplateEvent = {},
): Promise<TemplateRunResult> {
  const listFolder = async (folder: string) =>
    Object.keys(files).flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []));
  const host = { readFile: async (path: string) => files[path], listFolder, loadGrammar };
  const all = Object.entries(files).map(([path, content]) => ({ path, text: content }));
  const [first = { path: "", text: "" }] = all;
  const { templates } = await findTemplates(first, host);
  const template = templates.find((found) => found.text.includes(text));
  if (template === undefined) throw new Error(`no template has ${text}`);
  const declaring = first.path.endsWith(".tf") ? all.filter(({ path }) => path.endsWith(".tf")) : [first];
  return runTemplate({ files: declaring, template, event, made, now: NOW }, host);
}

/** The same for a template that can be run. Throws if it cannot. */
export async function ranIn(...args: Parameters<typeof runIn>): Promise<Ran> {
  const result = await runIn(...args);
  if (result.status !== "ran") throw new Error(`${result.reason} ${JSON.stringify(result.problems)}`);
  return result;
}

/** A step of a run, by its name. Throws if the way did not come so far. */
export function stepOf({ invocation }: Ran, name: string): Ran["invocation"]["steps"][number] {
  const found = invocation.steps.find((step) => step.name === name);
  if (found === undefined) throw new Error(`no step ${name}: ${invocation.steps.map((step) => step.name).join(", ")}`);
  return found;
}
