import { resolvePath } from "../file-path.js";
import type { Block } from "../formats/terraform/terraform-blocks.js";
import type { TerraformDocument } from "../hosts/terraform/read-terraform.js";
import type { DefinitionFile } from "../source/parse-file.js";
import { entryOf } from "../tree/lookup.js";

/** `source = "./modules/cors"`: whoever calls a module of the project has such a line. */
const LOCAL_SOURCE = /^\s*source\s*=\s*"(\.\.?\/[^"]*)"/gm;

/** The folders that a Terraform file may call as modules, as its text alone tells: most files call none and need no parsing. */
export function foldersNamedIn({ path, text }: DefinitionFile): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(LOCAL_SOURCE), ([, source = ""]) => folderAt(path, source)));
}

/** The folders of modules of the project that a file calls. */
export function foldersCalledBy({ blocks, document }: TerraformDocument): readonly string[] {
  const calls = blocks.filter(({ kind }) => kind === "module");
  return [...new Set(calls.flatMap((block) => sourceOf({ ...block, document }) ?? []))];
}

/** The folder of the project that a call names, with a slash at its end unless it is empty. */
export function sourceOf({ body, document }: Block): string | undefined {
  const source = entryOf(body, "source")?.value;
  if (source?.kind !== "scalar" || typeof source.value !== "string" || !/^\.\.?\//.test(source.value)) return undefined;
  return folderAt(document.file, source.value);
}

const folderAt = (from: string, source: string): string =>
  resolvePath(from, source.replace(/\/$/, "")).replace(/.$/, "$&/");
