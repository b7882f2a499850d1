import type { TemplateDiagnostic } from "../diagnostic.js";
import { folderOf } from "../file-path.js";
import type { FileSearch } from "../find-templates.js";
import type { InspectedApi } from "../formats/declared-api.js";
import { isPulumi, pulumiDocument } from "../formats/pulumi/read-pulumi.js";
import type { ModuleCall } from "../formats/terraform/terraform-blocks.js";
import type { FoundRoute, TemplateHost } from "../found-template.js";
import type { TerraformDocument } from "../hosts/terraform/read-terraform.js";
import type { Interpolation } from "../map/literal.js";
import type { DefinitionFile } from "../source/parse-file.js";
import type { SourceDocument } from "../source/source-document.js";
import { valueAt } from "../tree/lookup.js";
import type { DefinitionFiles, ModuleSearch } from "./definition-files.js";
import { DefinitionSearches } from "./definition-searches.js";
import { findByKey } from "./find-by-key.js";
import { inspectDocument, inspectModule } from "./inspect-files.js";
import { callsOf, filesOfModule, terraformFiles } from "./module-calls.js";
import { foldersCalledBy } from "./module-sources.js";
import { findInApi } from "./templates-of.js";

/** Finds the templates of a YAML or JSON file, whichever format it is. */
export async function findInDefinition(
  file: DefinitionFile & { readonly format: "yaml" | "json"; readonly interpolations: readonly Interpolation[] },
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<FileSearch> {
  const { path, interpolations } = file;
  const { document: parsed, isReadable, problems } = files.parse(file);
  const document: SourceDocument = isPulumi(parsed.root) ? pulumiDocument(parsed) : { ...parsed, interpolations };
  const diagnostics = problems.map((problem) => ({ ...problem, file: path }));
  const nothing = { templates: [], routes: [], references: [], pending: [], diagnostics };
  if (!isReadable || (await isRepeated(document, host))) return nothing;
  return findInDocument(document, host, files, diagnostics);
}

/** The same of a document, wherever that was read from; `diagnostics` are what is known to be wrong with it. */
export async function findInDocument(
  document: SourceDocument,
  host: TemplateHost,
  files: DefinitionFiles,
  diagnostics: readonly TemplateDiagnostic[] = [],
): Promise<FileSearch> {
  const { file: path } = document;
  const { apis, evaluation } = await inspectDocument(document, host, files);
  const searches = new DefinitionSearches([evaluation]);
  for (const api of apis) {
    findInApi(api, ({ document: at }) => ({ search: searches.of(at, path), definition: path }));
  }
  const own = searches.of(document, path);
  findByKey(document, evaluation, own);
  return { ...searches.result(path, host, diagnostics), routes: routesOf(apis) };
}

/** CDK's `tree.json` repeats what the templates beside it say. */
async function isRepeated({ root, file }: SourceDocument, { listFolder }: TemplateHost): Promise<boolean> {
  const version = valueAt(root, "version");
  const isTree =
    version?.kind === "scalar" && /^tree-/.test(String(version.value)) && valueAt(root, "tree") !== undefined;
  if (!isTree) return false;
  const names = await listFolder?.(folderOf(file));
  return names?.some((name) => name.endsWith(".template.json")) === true;
}

/**
 * Finds the templates of a Terraform file, for which the other files of its folder count too, and the modules that it gives
 * templates to.
 */
export async function findInModule(
  file: DefinitionFile,
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<FileSearch> {
  const { path } = file;
  const { module, searches, routes } = await searchAround(file, host, files);
  const own = module.find(({ document }) => document.file === path);
  const diagnostics = own?.problems.map((problem) => ({ ...problem, file: path })) ?? [];
  const isHere = ({ route: { place, integration } }: FoundRoute) => (integration?.place ?? place)?.file === path;
  const given = await Promise.all(
    (own === undefined ? [] : foldersCalledBy(own)).map(async (folder) => {
      const [first] = await terraformFiles(folder, host);
      return first && (await searchAround(first, host, files)).searches.result(path, host, []);
    }),
  );
  const found = searches.result(path, host, diagnostics);
  const all = [found, ...given.filter((one) => one !== undefined)];
  return {
    templates: all.flatMap(({ templates }) => templates),
    pending: all.flatMap(({ pending }) => pending),
    references: all.flatMap(({ references }) => references),
    diagnostics: found.diagnostics,
    routes: routes.filter(isHere),
  };
}

/** What the module that a file belongs to has, for each of its calls. */
async function searchAround(
  file: DefinitionFile,
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<ModuleSearch & { readonly module: readonly TerraformDocument[] }> {
  const calls = await callsOf(folderOf(file.path), host, files);
  const inputs = [...new Set(calls.flatMap(({ block }) => block.body.entries.map(({ key }) => key)))];
  const around = await definitionFiles(file, host);
  const module = filesOfModule(file.path, await Promise.all(around.map((each) => files.terraform(each, host, inputs))));
  const documents = [...module.map(({ document }) => document), ...calls.flatMap(({ blocks }) => blocks.documents)];
  return { module, ...(await files.module(documents, host, () => searchModule(module, calls, host, files))) };
}

/** A module is another one for each of its calls, in which its templates have other methods and paths. */
async function searchModule(
  module: readonly TerraformDocument[],
  calls: readonly ModuleCall[],
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<ModuleSearch> {
  const callsOrNone = calls.length === 0 ? [undefined] : calls;
  const inspections = await Promise.all(callsOrNone.map((call) => inspectModule(module, call, host, files)));
  const searches = new DefinitionSearches(inspections.map(({ evaluation }) => evaluation));
  for (const { apis, evaluation } of inspections) {
    for (const api of apis) {
      findInApi(api, (source) => {
        const owner = api.file ?? source.declaredIn.file;
        return { search: searches.of(source.document, owner), definition: owner };
      });
    }
    for (const { document } of module) findByKey(document, evaluation, searches.of(document, document.file));
  }
  return {
    searches,
    routes: inspections.flatMap(({ apis }) => routesOf(apis)),
    loaded: inspections.map(({ loaded }) => loaded),
  };
}

const routesOf = (apis: readonly InspectedApi[]): readonly FoundRoute[] =>
  apis.flatMap(({ apiType, routes }) => routes.map((route) => ({ apiType, route })));

/** The files that are read with one: of Terraform all of the folder. */
export async function definitionFiles(file: DefinitionFile, host: TemplateHost): Promise<DefinitionFile[]> {
  if (!file.path.endsWith(".tf")) return [file];
  const others = await terraformFiles(folderOf(file.path), host);
  const all = others.map((each) => (each.path === file.path ? file : each));
  return all.includes(file) ? all : [file, ...all];
}
