import { type FoundTemplate, type TemplateAddress, templatesAt, toHostRange } from "@apigw-vtl/definitions";
import { configuredScope } from "../configuration/configured-scope.js";
import { InputError } from "../failure.js";
import type { Session } from "../session.js";
import { deployedTemplate } from "./deployed-template.js";
import { ProjectFiles } from "./project-files.js";
import type { SourceTemplate } from "./source-template.js";

/** Values of what only the deployment knows, by name. */
export type Parameters = Readonly<Record<string, string>>;

/** So many pointers are shown to choose from. */
const MOST_CHOICES = 10;

/**
 * The template at a pointer or of a method, or the only one beneath it; its messages show the host file. Throws an
 * `InputError` if there is none, more than one, or one that is not VTL.
 */
export async function findByAddress(
  { file, place }: TemplateAddress,
  session: Session,
  parameters: Parameters = {},
): Promise<SourceTemplate> {
  const { templates, project } = await search(file, session, true);
  if (templates.length === 0) {
    throw new InputError(`${file} has no template at ${place}`, { hint: "no template was found in the file" });
  }
  return choose(file, place, templates, project, parameters);
}

/** The only template of a file. `undefined` if there is none. Throws an `InputError` for several, and for what is not VTL. */
export async function findOnlyTemplate(
  file: string,
  session: Session,
  parameters: Parameters = {},
): Promise<SourceTemplate | undefined> {
  // A file without any may be a template itself.
  const { templates, project } = await search(file, session, false);
  return templates.length === 0 ? undefined : choose(file, "", templates, project, parameters);
}

const REASONS: ReadonlySet<string> = new Set(["file-not-read", "file-not-found", "host-syntax", "host-too-deep"]);

/** Throws an `InputError` where the file has no template, but cannot be read whole, or names one that cannot. */
async function search(file: string, session: Session, isDefinition: boolean) {
  const project = new ProjectFiles(session.io, await configuredScope([file], session));
  const { templates, diagnostics } = await project.search({ path: file, named: true }, isDefinition);
  const missing = diagnostics.find(({ code }) => REASONS.has(code));
  if (templates.length === 0 && missing !== undefined) {
    const { start, end } = missing;
    const location = { name: missing.file, text: project.textOf(missing.file), range: { start, end } };
    throw new InputError(missing.message, { location });
  }
  return { templates, project };
}

async function choose(
  file: string,
  place: string,
  templates: readonly FoundTemplate[],
  project: ProjectFiles,
  parameters: Parameters,
): Promise<SourceTemplate> {
  const candidates = templatesAt(place, templates);
  const [template] = candidates;
  if (template === undefined) throw noTemplate(file, place, templates);
  if (candidates.length > 1) {
    throw new InputError(`${file} has ${candidates.length} templates${place && ` at ${place}`}`, {
      hint: choices(candidates),
    });
  }
  if (template.facts.gatewayResponse !== undefined) {
    throw new InputError(`the template at ${template.address} is a gateway response's`, {
      hint: "it is not VTL: the service replaces simple variables only",
    });
  }
  const isDeployed = Object.keys(parameters).length > 0;
  const chosen = isDeployed ? await deployedTemplate(template, parameters, project) : template;
  return inHost(chosen, project.textOf(template.file));
}

function noTemplate(file: string, place: string, templates: readonly FoundTemplate[]): InputError {
  return new InputError(`${file} has no template${place && ` at ${place}`}`, {
    hint: choices(templates),
  });
}

function choices(templates: readonly FoundTemplate[]): string {
  const addresses = [...new Set(templates.map(({ address }) => address))];
  const more = addresses.length > MOST_CHOICES ? ["… (vtl templates lists them all)"] : [];
  return ["name one of", ...addresses.slice(0, MOST_CHOICES), ...more].join("\n");
}

function inHost({ file, text, segments, facts }: FoundTemplate, hostText: string): SourceTemplate {
  return {
    name: file,
    text,
    facts,
    locate: (range) => ({ name: file, text: hostText, range: toHostRange(segments, range) ?? { start: 0, end: 0 } }),
  };
}
