import { resolvePath } from "../file-path.js";
import type { FoundRoute, TemplateHost } from "../found-template.js";
import { readTerraform, type TerraformDocument } from "../hosts/terraform/read-terraform.js";
import type { LoadedFiles } from "../source/load-source.js";
import type { DefinitionFile, ParsedFile } from "../source/parse-file.js";
import { parseFile } from "../source/parse-file.js";
import type { SourceDocument } from "../source/source-document.js";
import type { DefinitionSearches } from "./definition-searches.js";
import { foldersNamedIn } from "./module-sources.js";

/** What the files of a Terraform module hold together. */
export interface ModuleSearch {
  readonly searches: DefinitionSearches;
  readonly routes: readonly FoundRoute[];
  /** Its files and those that it names. */
  readonly loaded: readonly LoadedFiles[];
}

/** Files as they were parsed last: one that did not change is not parsed again. For as long as its owner likes. */
export class DefinitionFiles {
  private readonly parsed = new ByText<ParsedFile>();
  private readonly terraformFiles = new ByText<Promise<TerraformDocument>>();
  private readonly called = new ByText<ReadonlySet<string>>();
  private readonly modules = new Map<
    string,
    { readonly documents: readonly SourceDocument[]; readonly search: Promise<ModuleSearch> }
  >();

  /** A YAML or JSON file. */
  parse(file: DefinitionFile): ParsedFile {
    return this.parsed.get(file, (before) => parseFile(file, before));
  }

  /** The folders of the project that calls of modules in a Terraform file name, by its text alone. */
  foldersNamedIn(file: DefinitionFile): ReadonlySet<string> {
    return this.called.get(file, () => foldersNamedIn(file));
  }

  /** A Terraform file, as a part of whatever module; `inputs` are names of variables that calls of the module say. */
  terraform(file: DefinitionFile, host: TemplateHost, inputs: readonly string[] = []): Promise<TerraformDocument> {
    const path = [file.path, ...inputs].join(" ");
    return this.terraformFiles.get({ path, text: file.text }, () => {
      const document = readTerraform(file, host, { inputs: new Set(inputs) });
      // A grammar that could not be loaded may be there the next time.
      const isMissing = async (): Promise<boolean> =>
        (await document).problems.some(({ code }) => code === "grammar-unavailable");
      void isMissing().then((missing) => missing && this.terraformFiles.forget(path));
      return document;
    });
  }

  /** A module is searched once for all of its files, and again when one of `documents`, or one that they name, is another. */
  async module(
    documents: readonly SourceDocument[],
    host: TemplateHost,
    find: () => Promise<ModuleSearch>,
  ): Promise<ModuleSearch> {
    const key = documents.map(({ file }) => file).join(" ");
    const known = this.modules.get(key);
    if (known !== undefined && isSame(known.documents, documents)) {
      const search = await known.search;
      if (await isUnchanged(search.loaded, documents, host)) return search;
    }
    const search = find();
    this.modules.set(key, { documents, search });
    return search;
  }
}

/** What was made of files, for as long as their texts are the same. */
class ByText<Made> {
  private readonly known = new Map<string, { readonly text: string; readonly made: Made }>();

  get({ path, text }: DefinitionFile, make: (before?: Made) => Made): Made {
    const known = this.known.get(path);
    if (known?.text === text) return known.made;
    const made = make(known?.made);
    this.known.set(path, { text, made });
    return made;
  }

  forget(path: string): void {
    this.known.delete(path);
  }
}

const isSame = (one: readonly SourceDocument[], other: readonly SourceDocument[]): boolean =>
  one.length === other.length && one.every((document, index) => document === other[index]);

/** Whether the files that a module names are what they were; its own are known to be. */
async function isUnchanged(
  loaded: readonly LoadedFiles[],
  documents: readonly SourceDocument[],
  { readFile }: TemplateHost,
): Promise<boolean> {
  const own = new Set(documents.map(({ file }) => resolvePath("", file)));
  for (const [path, file] of loaded.flatMap((files) => [...files])) {
    if (own.has(path)) continue;
    const text = await readFile?.(path);
    const known = file !== undefined && "document" in file ? file.document.text : file?.message;
    if (known !== (typeof text === "string" ? text : text?.message)) return false;
  }
  return true;
}
