import type { TemplateDiagnostic } from "./diagnostic.js";
import { folderOf, resolvePath } from "./file-path.js";
import type { FileReference, FoundTemplate, FoundTemplates, TemplateHost } from "./found-template.js";
import { formatOf, type HostFormat, isProgram, mayHoldTemplates } from "./host-format.js";
import { findInCdk } from "./hosts/cdk/find-in-cdk.js";
import { interpolationsOf } from "./hosts/read-document.js";
import { factsFromName, findInTemplateFile } from "./hosts/vtl-file/find-in-template-file.js";
import { DefinitionFiles } from "./inspect/definition-files.js";
import { findInDefinition, findInDocument, findInModule } from "./inspect/find-in-definition.js";
import type { Interpolation } from "./map/literal.js";
import type { FileText } from "./reader/file-access.js";
import { textDocument } from "./source/source-document.js";
import { TemplateSearch } from "./template-search.js";

/** A file to search. `format` overrides what its name tells. */
export interface HostFile {
  readonly path: string;
  readonly text: string;
  readonly format?: HostFormat;
  /** Whether it is read even if no word in it is one that a template needs, so that what is wrong with it is told. */
  readonly isAsked?: boolean;
}

/**
 * Finds every mapping template in a file, and in the files that it names as a template or an API definition. Files that
 * cannot be read or parsed give diagnostics; nothing is thrown for what a file holds. Templates of one text that several
 * places use (YAML aliases, two references) are listed for each. `files` that several searches share are read once.
 */
export async function findTemplates(
  file: HostFile,
  host: TemplateHost = {},
  files: DefinitionFiles = new DefinitionFiles(),
): Promise<FoundTemplates> {
  const format = file.format ?? formatOf(file.path, file.text);
  if (format === undefined || (file.isAsked !== true && !mayHoldTemplates(file.text, format))) {
    return { templates: [], routes: [], references: [], diagnostics: [] };
  }
  return withReferences(await searchFile(file, format, host, files), host);
}

/** What a search of one file, and of the definitions that it names, has come upon. */
export type FileSearch = FoundTemplates & Pick<TemplateSearch, "pending">;

async function searchFile(
  { path, text }: HostFile,
  format: HostFormat,
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<FileSearch> {
  const interpolations = interpolationsFor(path, text, format);
  switch (format) {
    case "yaml":
    case "json":
      return findInDefinition({ path, text, format, interpolations }, host, files);
    case "terraform":
      return findInModule({ path, text }, host, files);
    case "template": {
      const search = new TemplateSearch(textDocument(path, text, interpolations));
      findInTemplateFile(search, { facts: factsFromName(path) });
      return foundIn(search);
    }
    default: {
      const document = textDocument(path, text);
      const search = new TemplateSearch(document);
      const { services, routes } = await findInCdk(document, search, format, host);
      const found = await Promise.all(
        services.map((root) => findInDocument({ ...document, root, interpolations: ["serverless"] }, host, files)),
      );
      return found.reduce(together, { ...foundIn(search), routes });
    }
  }
}

function together(one: FileSearch, other: FileSearch): FileSearch {
  return {
    templates: [...one.templates, ...other.templates],
    routes: [...one.routes, ...other.routes],
    pending: [...one.pending, ...other.pending],
    references: [...one.references, ...other.references],
    diagnostics: [...one.diagnostics, ...other.diagnostics],
  };
}

/** Reads the templates that are in files of their own. */
async function withReferences(found: FileSearch, host: TemplateHost): Promise<FoundTemplates> {
  const templates: FoundTemplate[] = [...found.templates];
  const references: FileReference[] = [...found.references];
  const diagnostics: TemplateDiagnostic[] = [...found.diagnostics];
  for (const { from, reference, ...parts } of found.pending) {
    const { start, end } = reference;
    const { path, source } = await readNamed(from, reference.path, host);
    references.push({ from, path, start, end });
    if (typeof source === "string") {
      const search = new TemplateSearch(textDocument(path, source, reference.interpolations));
      findInTemplateFile(search, parts);
      templates.push(...search.templates.map((template) => ({ ...template, referredFrom: from })));
    } else if (source !== undefined) {
      diagnostics.push({ code: "file-not-read", message: source.message, file: from, start, end });
    } else if (host.readFile !== undefined) {
      diagnostics.push({ code: "file-not-found", message: `${path} does not exist`, file: from, start, end });
    }
  }
  return { templates, routes: found.routes, references, diagnostics };
}

/** So many folders above a program it may be run in: `lib/stacks/orders.ts` beside `cdk.json`. */
const MOST_ABOVE = 4;

/** A file that another one names: from beside that; of programs, which are run in a folder above, from there too. */
async function readNamed(
  from: string,
  named: string,
  { readFile }: TemplateHost,
): Promise<{ readonly path: string; readonly source: FileText }> {
  const beside = resolvePath(from, named);
  const source = await readFile?.(beside);
  let folder = isProgram(from) && !/^(?:\/|\.\.)/.test(named) ? folderOf(from) : "";
  for (let above = 0; source === undefined && folder !== "" && above < MOST_ABOVE; above++) {
    folder = folderOf(folder.slice(0, -1));
    const path = resolvePath(folder, named);
    const found = await readFile?.(path);
    if (typeof found === "string") return { path, source: found };
  }
  return { path: beside, source };
}

function interpolationsFor(path: string, text: string, format: HostFormat): readonly Interpolation[] {
  if (/\.(?:tftpl|tf\.json|(?:json|ya?ml)\.tpl)$/i.test(path)) return ["terraform"];
  return format === "yaml" || format === "json" ? interpolationsOf(text) : [];
}

const foundIn = ({ templates, diagnostics, pending }: TemplateSearch): FileSearch => {
  return { templates, routes: [], diagnostics, pending, references: [] };
};
