import {
  type DefinitionFiles,
  type FileText,
  type FoundTemplate,
  findTemplates,
  formatOf,
  otherVelocity,
  type TemplateDiagnostic,
  type TemplateHost,
  type TextRange,
} from "@apigw-vtl/definitions";
import { type Level, lintRoutes, type ResolvedConfig } from "@apigw-vtl/linter";
import type { Range } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import type { LspHost } from "../host/lsp-host.js";
import type { ReferredTemplate, ToldOfTemplate } from "./referred-templates.js";
import { keyOf, TemplateReading } from "./template-reading.js";
import { TemplateView } from "./template-view.js";

export interface ViewHost {
  readonly configOf: (uri: string) => Promise<ResolvedConfig>;
  readonly read: (uri: string) => Promise<FileText>;
  readonly loadGrammar: NonNullable<TemplateHost["loadGrammar"]>;
  readonly listFolder: LspHost["listFolder"];
  /** What was parsed of files before. */
  readonly files: DefinitionFiles;
  /** What definitions in other files say about a template. */
  readonly toldOf: (uri: string, template: FoundTemplate) => ToldOfTemplate | undefined;
  /** Of the document's last version. What is known of a template is taken over while the template stays as it is. */
  readonly readings: readonly TemplateReading[];
}

/** What editors call documents that are templates, whatever their file's name. */
const TEMPLATE_LANGUAGES: ReadonlySet<string> = new Set(["vtl", "velocity"]);

/** What a document says about templates. */
export interface FoundViews {
  readonly views: readonly TemplateView[];
  /** Where the document names other files with templates. */
  readonly references: readonly { readonly range: Range; readonly uri: string }[];
  /** The templates in those files, with what this document says about them. */
  readonly referred: readonly ReferredTemplate[];
  /** What kept the finder from finding more, and what is wrong with integrations. */
  readonly problems: readonly {
    readonly range: Range;
    /** Of the finder, or a rule. */
    readonly code: string;
    readonly level: Level;
    readonly message: string;
  }[];
}

/** The templates in a document that does not change any more; those of files that it names are in documents of their own. */
export async function findViews(document: TextDocument, host: ViewHost): Promise<FoundViews> {
  const file = URI.parse(document.uri);
  const text = document.getText();
  const { path } = file;
  const format = TEMPLATE_LANGUAGES.has(document.languageId) ? "template" : formatOf(path, text);
  if (format === undefined) return { views: [], references: [], referred: [], problems: [] };
  const config = await host.configOf(document.uri);
  const { templates, routes, references, diagnostics } = await findTemplates(
    { path, text, format },
    {
      loadGrammar: host.loadGrammar,
      readFile: (other) => host.read(file.with({ path: other }).toString()),
      listFolder: async (folder) => {
        const entries = await host.listFolder(file.with({ path: folder.replace(/(?<=.)\/$/, "") }).toString());
        return entries.map((entry) => (entry.folder ? `${entry.name}/` : entry.name));
      },
    },
    host.files,
  );
  const earlier = new Map(host.readings.map((reading) => [reading.key, reading]));
  const viewOf = (template: FoundTemplate, index: number): TemplateView =>
    new TemplateView({ document, template, reading: readingOf(template, config, earlier, host.readings[index]) });
  const own = templates
    .filter((template) => template.file === path)
    .map((template): FoundTemplate => {
      const told = template.use === undefined ? host.toldOf(document.uri, template) : undefined;
      if (told === undefined) return template;
      const { facts, use, referredFrom } = told;
      return { ...template, facts, ...(use && { use }), ...(referredFrom !== undefined && { referredFrom }) };
    });
  const otherOf = (template: FoundTemplate) =>
    config.isDialectGiven || template.referredFrom !== undefined ? undefined : otherVelocity(template);
  const others = own.flatMap((template): TemplateDiagnostic[] => {
    const other = otherOf(template);
    const { start } = template.range;
    const message = `${other}: nothing is checked.`;
    return other === undefined ? [] : [{ code: "no-mapping-template", message, file: path, start, end: start }];
  });
  const rangeOf = ({ start, end }: TextRange): Range => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  return {
    views: own.filter((template) => otherOf(template) === undefined).map(viewOf),
    references: references
      .filter(({ from }) => from === path)
      .map((reference) => ({ range: rangeOf(reference), uri: file.with({ path: reference.path }).toString() })),
    referred: templates
      .filter((template) => template.file !== path)
      .map((template) => ({ uri: file.with({ path: template.file }).toString(), template })),
    problems: [
      ...[...diagnostics, ...others]
        .filter((problem) => problem.file === path)
        .flatMap((problem) => {
          const level = config.fileLevels[problem.code];
          const { code, message } = problem;
          return level === "off" ? [] : [{ range: rangeOf(problem), code, level, message }];
        }),
      ...(config.ignored ? [] : lintRoutes(routes, (other) => (other === path ? text : ""), config.rules))
        .filter(({ place }) => place.file === path)
        .map(({ ruleId, level, message, place }) => ({ range: rangeOf(place.range), code: ruleId, level, message })),
    ],
  };
}

function readingOf(
  { text, facts, holes }: FoundTemplate,
  config: ResolvedConfig,
  earlier: ReadonlyMap<string, TemplateReading>,
  sameAt: TemplateReading | undefined,
): TemplateReading {
  const { direction, contentType } = config;
  const configured = {
    ...(direction !== undefined && { direction }),
    ...(contentType !== undefined && { contentType }),
  };
  const template = {
    source: text,
    facts: { ...configured, ...facts },
    holes: holes.map(({ start, end, isValue }) => ({ start, end, ...(isValue && { isValue }) })),
    config,
  };
  const known = earlier.get(keyOf(template));
  return known?.config === config ? known : new TemplateReading(template, sameAt);
}
