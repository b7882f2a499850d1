import type { ResolvedConfig } from "@apigw-vtl/linter";
import { findTemplates, formatOf, type TemplateHost } from "@apigw-vtl/templates";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { URI } from "vscode-uri";
import { TemplateView } from "./template-view.js";

export interface ViewHost {
  readonly configOf: (uri: string) => Promise<ResolvedConfig>;
  readonly read: (uri: string) => Promise<string | undefined>;
  readonly loadGrammar: NonNullable<TemplateHost["loadGrammar"]>;
}

/** What editors call documents that are templates, whatever their file's name. */
const TEMPLATE_LANGUAGES: ReadonlySet<string> = new Set(["vtl", "velocity"]);

/** The templates in a document that does not change any more; those of files that it refers to are left out, they have documents of their own. */
export async function findViews(document: TextDocument, host: ViewHost): Promise<readonly TemplateView[]> {
  const file = URI.parse(document.uri);
  const text = document.getText();
  const { path } = file;
  const format = TEMPLATE_LANGUAGES.has(document.languageId) ? "template" : formatOf(path, text);
  if (format === undefined) return [];
  const config = await host.configOf(document.uri);
  const { templates } = await findTemplates(
    { path, text, format },
    {
      loadGrammar: host.loadGrammar,
      readFile: (other) => host.read(file.with({ path: other }).toString()),
    },
  );
  return templates
    .filter((template) => template.file === path)
    .map((template) => new TemplateView({ document, template, config }));
}
