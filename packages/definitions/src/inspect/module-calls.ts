import { resolvePath } from "../file-path.js";
import { type Block, blocksOf, type ModuleCall } from "../formats/terraform/terraform-blocks.js";
import type { TemplateHost } from "../found-template.js";
import type { DefinitionFile } from "../source/parse-file.js";
import { entryOf } from "../tree/lookup.js";
import type { DefinitionFiles } from "./definition-files.js";

/** Folders of modules lie so deep below those that call them: `modules/aws/cors`. */
const MOST_LEVELS = 3;

/** A module that is called more often is one for whom calls say little. */
const MOST_CALLS = 16;

/** `source = "./modules/cors"`: whoever calls a module of the project has such a line. */
const LOCAL_SOURCE = /^\s*source\s*=\s*"\.\.?\//m;

/** The calls of a module in the folders around its own, which `folder`, ending in a slash, is. */
export async function callsOf(folder: string, host: TemplateHost, files: DefinitionFiles): Promise<ModuleCall[]> {
  const calls: ModuleCall[] = [];
  let around = folder;
  for (let level = 0; level < MOST_LEVELS; level++) {
    // What is above the paths that the caller uses is no part of the project.
    if (!/[^/.][^/]*\/$/.test(around)) break;
    around = around.replace(/[^/]+\/$/, "");
    const callers = (await terraformFiles(around, host)).filter(({ text }) => LOCAL_SOURCE.test(text));
    if (callers.length === 0) continue;
    const blocks = blocksOf(await Promise.all(callers.map((file) => files.terraform(file, host))));
    const called = blocks.all.filter((block) => block.kind === "module" && sourceOf(block) === folder);
    calls.push(...called.map((block) => ({ block, blocks })));
  }
  return calls.slice(0, MOST_CALLS);
}

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

/** The folder of the project that a call names, with a slash at its end. */
function sourceOf({ body, document }: Block): string | undefined {
  const source = entryOf(body, "source")?.value;
  if (source?.kind !== "scalar" || typeof source.value !== "string" || !/^\.\.?\//.test(source.value)) return undefined;
  return `${resolvePath(document.file, source.value.replace(/\/$/, ""))}/`;
}
