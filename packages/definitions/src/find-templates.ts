import type { TemplateDiagnostic } from "./diagnostic.js";
import { resolvePath } from "./file-path.js";
import type { FileReference, FoundTemplate, FoundTemplates, TemplateHost } from "./found-template.js";
import { formatOf, type HostFormat, mayHoldTemplates } from "./host-format.js";
import { findInCdk } from "./hosts/cdk/find-in-cdk.js";
import { findInDocument, interpolationsOf } from "./hosts/find-in-document.js";
import { findInTerraform } from "./hosts/terraform/find-in-terraform.js";
import { factsFromName, findInTemplateFile } from "./hosts/vtl-file/find-in-template-file.js";
import type { Interpolation } from "./map/literal.js";
import { type PendingReference, TemplateSearch } from "./template-search.js";

/** A file to search. `format` overrides what its name tells. */
export interface HostFile {
  readonly path: string;
  readonly text: string;
  readonly format?: HostFormat;
}

const MOST_REFERENCE_STEPS = 8;

/**
 * Finds every mapping template in a file, and in the files that it names as a template or an API definition. Files that
 * cannot be read or parsed give diagnostics; nothing is thrown for what a file holds. Templates of one text that several
 * places use (YAML aliases, two references) are listed for each.
 */
export async function findTemplates(file: HostFile, host: TemplateHost = {}): Promise<FoundTemplates> {
  const search = await searchFile(file, host);
  const templates: FoundTemplate[] = [...search.templates];
  const diagnostics: TemplateDiagnostic[] = [...search.diagnostics];
  const references: FileReference[] = [];
  const pending = search.references.map((reference) => ({ ...reference, from: file.path, steps: 0 }));
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { from, steps } = next;
    const { start, end } = next.reference;
    if (steps > MOST_REFERENCE_STEPS) {
      const message = `${next.reference.path} is reached through more than ${MOST_REFERENCE_STEPS} files`;
      diagnostics.push({ code: "reference-too-deep", message, file: from, start, end });
      continue;
    }
    const path = resolvePath(from, next.reference.path);
    references.push({ from, path, start, end });
    const text = await host.readFile?.(path);
    if (text === undefined) {
      if (host.readFile !== undefined) {
        diagnostics.push({ code: "file-not-found", message: `${path} does not exist`, file: from, start, end });
      }
      continue;
    }
    const referred = searchReference(next, { path, text });
    templates.push(...referred.templates.map((template) => ({ ...template, referredFrom: from })));
    diagnostics.push(...referred.diagnostics);
    pending.push(...referred.references.map((reference) => ({ ...reference, from: path, steps: steps + 1 })));
  }
  return { templates, references, diagnostics };
}

async function searchFile(file: HostFile, host: TemplateHost): Promise<TemplateSearch> {
  const { path, text } = file;
  const format = file.format ?? formatOf(path, text);
  const search = newSearch(path, text, interpolationsFor(path, text, format));
  if (format === undefined || !mayHoldTemplates(text, format)) return search;
  switch (format) {
    case "template":
      findInTemplateFile(search, factsFromName(path), search.context.interpolations);
      break;
    case "yaml":
    case "json":
      findInDocument(search, format);
      break;
    case "terraform":
      await findInTerraform(search, host);
      break;
    default:
      await findInCdk(search, format, host);
  }
  return search;
}

function interpolationsFor(path: string, text: string, format: HostFormat | undefined): readonly Interpolation[] {
  if (/\.(?:tftpl|tf\.json)$/i.test(path)) return ["terraform"];
  return format === "yaml" || format === "json" ? interpolationsOf(text) : [];
}

function newSearch(path: string, source: string, interpolations: readonly Interpolation[]): TemplateSearch {
  return new TemplateSearch(path, { source, interpolations, intrinsics: true });
}

function searchReference(pending: PendingReference, file: HostFile): TemplateSearch {
  const interpolations: readonly Interpolation[] = pending.reference.interpolated ? ["terraform"] : [];
  const search = newSearch(file.path, file.text, interpolations);
  if (pending.kind === "template") findInTemplateFile(search, pending.facts, interpolations, pending.address);
  else {
    const format = /^\s*\{/.test(file.text) ? "json" : "yaml";
    findInDocument(search, format, { ...pending.place, address: "" });
  }
  return search;
}
