import { blocksOf, type ModuleCall } from "../formats/terraform/terraform-blocks.js";
import type { TemplateHost } from "../found-template.js";
import type { TerraformDocument } from "../hosts/terraform/read-terraform.js";
import type { DefinitionFile } from "../source/parse-file.js";
import type { DefinitionFiles } from "./definition-files.js";
import { sourceOf } from "./module-sources.js";

/** Folders of modules lie so deep below what they have in common with their callers: `modules/aws/cors`. */
const MOST_LEVELS = 3;

/** And their callers: `environments/dev/eu-west-1`, `examples/complete`. */
const DEEPEST_CALLER = 4;

/** More folders than these are not searched for callers. */
const MOST_FOLDERS = 300;

/** A module that is called more often is one for whom calls say little. */
const MOST_CALLS = 16;

/** The calls of a module in the folders beneath and around its own, which `folder`, ending in a slash or empty, is. */
export async function callsOf(folder: string, host: TemplateHost, files: DefinitionFiles): Promise<ModuleCall[]> {
  const calls: ModuleCall[] = [];
  for (const around of await foldersAround(folder, host)) {
    const caller = await terraformFiles(around, host);
    if (!caller.some((file) => files.foldersNamedIn(file).has(folder))) continue;
    // What a call hands over is declared in any file of the module that calls.
    const documents = await Promise.all(caller.map((file) => files.terraform(file, host)));
    const blocks = blocksOf(filesOfModule("", documents));
    const called = blocks.all.filter((block) => block.kind === "module" && sourceOf(block) === folder);
    calls.push(...called.map((block) => ({ block, blocks })));
    if (calls.length >= MOST_CALLS) break;
  }
  return calls.slice(0, MOST_CALLS);
}

/** The folders that may call a module, nearer ones first. */
async function foldersAround(folder: string, { listFolder }: TemplateHost): Promise<readonly string[]> {
  const found = new Set<string>();
  let around = folder;
  for (let level = 0; level <= MOST_LEVELS; level++) {
    let beneath = [around];
    for (let depth = 0; depth <= DEEPEST_CALLER && beneath.length > 0; depth++) {
      const unknown = beneath.filter((each) => !found.has(each)).slice(0, MOST_FOLDERS - found.size);
      for (const each of unknown) found.add(each);
      const names = await Promise.all(
        unknown.map(async (each) => ((await listFolder?.(each)) ?? []).map((name) => [each, name] as const)),
      );
      beneath = names.flat().flatMap(([each, name]) => (IS_SEARCHED.test(name) ? [each + name] : []));
    }
    // What is above the paths that the caller uses is no part of the project.
    if (!/[^/.][^/]*\/$/.test(around)) break;
    around = around.replace(/[^/]+\/$/, "");
  }
  found.delete(folder);
  return [...found];
}

/** Folders, but for those of tools (`.terraform/`) and of packages. */
const IS_SEARCHED = /^(?!\.|node_modules\/).*\/$/;

/** The Terraform files of a folder, which ends in a slash or is none. */
export async function terraformFiles(
  folder: string,
  { listFolder, readFile }: TemplateHost,
): Promise<DefinitionFile[]> {
  const names = ((await listFolder?.(folder)) ?? []).filter((name) => name.endsWith(".tf")).toSorted();
  const found = await Promise.all(
    names.map(async (name): Promise<DefinitionFile[]> => {
      const text = await readFile?.(folder + name);
      return typeof text === "string" ? [{ path: folder + name, text }] : [];
    }),
  );
  return found.flat();
}

/** Those that change what other files declare. */
const OVERRIDE = /(?:^|[/_])override\.tf$/;

/**
 * The files that make one module with a file: of its folder all, but for those that declare what others declare too.
 * Terraform refuses such a folder as a whole: each of these is the beginning of a module by itself.
 */
export function filesOfModule(path: string, folder: readonly TerraformDocument[]): readonly TerraformDocument[] {
  const declaring = new Map<string, TerraformDocument[]>();
  for (const file of folder) {
    if (OVERRIDE.test(file.document.file)) continue;
    for (const { kind, address } of file.blocks) {
      if (kind === "resource") declaring.set(address, [...(declaring.get(address) ?? []), file]);
    }
  }
  const alone = new Set([...declaring.values()].filter((files) => new Set(files).size > 1).flat());
  return folder.filter((file) => file.document.file === path || !alone.has(file));
}
