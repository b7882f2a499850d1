import { resolvePath } from "../file-path.js";
import type { FoundRoute, TemplateHost } from "../found-template.js";
import { readTerraform, type TerraformDocument } from "../hosts/terraform/read-terraform.js";
import type { LoadedFiles } from "../source/load-source.js";
import type { DefinitionFile, ParsedFile } from "../source/parse-file.js";
import { parseFile } from "../source/parse-file.js";
import type { DefinitionSearches } from "./definition-searches.js";

/** What the files of a Terraform module hold together. */
export interface ModuleSearch {
  readonly searches: DefinitionSearches;
  readonly routes: readonly FoundRoute[];
  /** Its files and those that it names. */
  readonly loaded: LoadedFiles;
}

/** Files as they were parsed last: one that did not change is not parsed again. For as long as its owner likes. */
export class DefinitionFiles {
  private readonly parsed = new Map<string, { readonly text: string; readonly file: ParsedFile }>();

  private readonly terraformFiles = new Map<
    string,
    { readonly text: string; readonly document: Promise<TerraformDocument> }
  >();

  private readonly modules = new Map<
    string,
    { readonly module: readonly TerraformDocument[]; readonly search: Promise<ModuleSearch> }
  >();

  /** A YAML or JSON file. */
  parse({ path, text }: DefinitionFile): ParsedFile {
    const known = this.parsed.get(path);
    if (known?.text === text) return known.file;
    const file = parseFile({ path, text });
    this.parsed.set(path, { text, file });
    return file;
  }

  /** A Terraform file, as a part of whatever module. */
  terraform(file: DefinitionFile, host: TemplateHost): Promise<TerraformDocument> {
    const known = this.terraformFiles.get(file.path);
    if (known?.text === file.text) return known.document;
    const document = readTerraform(file, host);
    this.terraformFiles.set(file.path, { text: file.text, document });
    // A grammar that could not be loaded may be there the next time.
    const isMissing = async (): Promise<boolean> =>
      (await document).problems.some(({ code }) => code === "grammar-unavailable");
    void isMissing().then((missing) => missing && this.terraformFiles.delete(file.path));
    return document;
  }

  /** A module is searched once for all of its files, and again when one of them, or one that they name, is another. */
  async module(
    module: readonly TerraformDocument[],
    host: TemplateHost,
    find: () => Promise<ModuleSearch>,
  ): Promise<ModuleSearch> {
    const key = module[0]?.document.file ?? "";
    const known = this.modules.get(key);
    if (known !== undefined && isSame(known.module, module)) {
      const search = await known.search;
      if (await isUnchanged(search.loaded, module, host)) return search;
    }
    const search = find();
    this.modules.set(key, { module, search });
    return search;
  }
}

const isSame = (one: readonly TerraformDocument[], other: readonly TerraformDocument[]): boolean =>
  one.length === other.length && one.every((document, index) => document === other[index]);

/** Whether the files that a module names are what they were; its own are known to be. */
async function isUnchanged(
  loaded: LoadedFiles,
  module: readonly TerraformDocument[],
  { readFile }: TemplateHost,
): Promise<boolean> {
  const own = new Set(module.map(({ document }) => resolvePath("", document.file)));
  for (const [path, file] of loaded) {
    if (own.has(path)) continue;
    const text = await readFile?.(path);
    const known = file !== undefined && "document" in file ? file.document.text : file?.message;
    if (known !== (typeof text === "string" ? text : text?.message)) return false;
  }
  return true;
}
