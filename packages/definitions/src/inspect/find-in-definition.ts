import type { TemplateDiagnostic } from "../diagnostic.js";
import type { FileSearch } from "../find-templates.js";
import type { FileReference, TemplateHost } from "../found-template.js";
import { findByKey } from "../hosts/find-by-key.js";
import { findInServiceProxies } from "../hosts/serverless/service-proxy.js";
import type { Interpolation } from "../map/literal.js";
import type { DefinitionFile } from "../source/parse-file.js";
import type { SourceDocument } from "../source/source-document.js";
import { TemplateSearch } from "../template-search.js";
import type { HostNode } from "../tree/host-node.js";
import { valueAt } from "../tree/lookup.js";
import type { DefinitionFiles } from "./definition-files.js";
import { type Inspection, inspectDocument, inspectModule } from "./inspect-files.js";
import { findInApi } from "./templates-of.js";

/** Finds the templates of a YAML or JSON file, whichever format it is. */
export async function findInDefinition(
  file: DefinitionFile & { readonly format: "yaml" | "json"; readonly interpolations: readonly Interpolation[] },
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<FileSearch> {
  const { path, interpolations } = file;
  const { document: parsed, isReadable, problems } = files.parse(file);
  const document: SourceDocument = { ...parsed, interpolations };
  const diagnostics = problems.map((problem) => ({ ...problem, file: path }));
  if (!isReadable) return { templates: [], references: [], pending: [], diagnostics };
  if (await isRepeated(document, host)) return { templates: [], references: [], pending: [], diagnostics };
  const inspection = await inspectDocument(document, host, files);
  const searches = new DefinitionSearches();
  for (const api of inspection.apis) findInApi(api, inspection.evaluation, (at) => searches.of(at, path));
  const own = searches.of(document, path);
  const proxies = valueAt(document.root, "custom", "apiGatewayServiceProxies");
  if (proxies !== undefined) findInServiceProxies(proxies, "/custom/apiGatewayServiceProxies", own);
  findByKey(document.root, own);
  return searches.result(path, inspection, host, diagnostics);
}

/** CDK's `tree.json` repeats what the templates beside it say. */
async function isRepeated({ root, file }: SourceDocument, { listFolder }: TemplateHost): Promise<boolean> {
  const version = valueAt(root, "version");
  const isTree =
    version?.kind === "scalar" && /^tree-/.test(String(version.value)) && valueAt(root, "tree") !== undefined;
  if (!isTree) return false;
  const names = await listFolder?.(file.slice(0, file.lastIndexOf("/") + 1));
  return names?.some((name) => name.endsWith(".template.json")) === true;
}

/** Finds the templates of a Terraform file, for which the other files of its folder count too. */
export async function findInModule(
  file: DefinitionFile,
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<FileSearch> {
  const { path } = file;
  const module = await Promise.all((await moduleFiles(file, host)).map((each) => files.terraform(each, host)));
  const inspection = await inspectModule(module, host, files);
  const searches = new DefinitionSearches();
  for (const api of inspection.apis) {
    findInApi(api, inspection.evaluation, (at, source) => searches.of(at, api.file ?? source.file));
  }
  const own = module.find(({ document }) => document.file === path);
  if (own !== undefined) findByKey(own.document.root, searches.of(own.document, path));
  const diagnostics = own?.problems.map((problem) => ({ ...problem, file: path })) ?? [];
  return searches.result(path, inspection, host, diagnostics);
}

/** The Terraform files of the folder. */
async function moduleFiles(file: DefinitionFile, { listFolder, readFile }: TemplateHost): Promise<DefinitionFile[]> {
  if (listFolder === undefined || readFile === undefined) return [file];
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const names = (await listFolder(folder)).filter((name) => name.endsWith(".tf")).toSorted();
  const found = await Promise.all(
    names.map(async (name): Promise<DefinitionFile[]> => {
      const path = folder + name;
      const text = path === file.path ? file.text : await readFile(path);
      return typeof text === "string" ? [{ path, text }] : [];
    }),
  );
  const others = found.flat();
  return others.some(({ path }) => path === file.path) ? others : [file, ...others];
}

/** The searches of one definition: a document each, and a file that says what is in it. */
class DefinitionSearches {
  private readonly seen = new Set<HostNode>();
  private readonly byOwner = new Map<string, Map<SourceDocument, TemplateSearch>>();

  of(document: SourceDocument, owner: string): TemplateSearch {
    const searches = this.byOwner.get(owner) ?? new Map<SourceDocument, TemplateSearch>();
    this.byOwner.set(owner, searches);
    const { file, text, interpolations, layers } = document;
    const context = { source: text, interpolations, intrinsics: layers === undefined };
    const search = searches.get(document) ?? new TemplateSearch(file, context, layers, this.seen);
    searches.set(document, search);
    return search;
  }

  /** What a file says, and what other files say of it. */
  result(
    path: string,
    { evaluation }: Inspection,
    { readFile }: TemplateHost,
    problems: readonly TemplateDiagnostic[],
  ): FileSearch {
    const searches = [...this.byOwner].flatMap(([owner, byDocument]) =>
      Array.from(byDocument.values(), (search) => ({ owner, search })),
    );
    const own = searches.filter(({ owner, search }) => owner === path || search.file === path);
    const named = evaluation.named.filter(({ at }) => at.document.file === path || this.byOwner.size === 1);
    const diagnostics = new Map<string, TemplateDiagnostic>();
    const references = new Map<string, FileReference>();
    for (const { at, path: target, isThere, refusal } of named) {
      const { file } = at.document;
      const { start, end } = at.node;
      const key = `${start} ${end} ${file} ${target}`;
      references.set(key, { from: file, path: target, start, end });
      if (isThere || readFile === undefined) continue;
      const missing = { code: "file-not-found", message: `${target} does not exist` } as const;
      const wrong = refusal === undefined ? missing : ({ code: "file-not-read", message: refusal } as const);
      diagnostics.set(key, { ...wrong, file, start, end });
    }
    return {
      templates: own.flatMap(({ owner, search }) =>
        search.templates.map((each) => (search.file === owner ? each : { ...each, referredFrom: owner })),
      ),
      pending: own.flatMap(({ owner, search }) => (owner === path ? search.pending : [])),
      references: [...references.values()],
      diagnostics: [...problems, ...own.flatMap(({ search }) => search.diagnostics), ...diagnostics.values()],
    };
  }
}
