import type { Range } from "@apigw-vtl/compiler";
import { findTemplates } from "@apigw-vtl/definitions";
import {
  type CorpusTemplate,
  corpusHosts,
  corpusTemplates,
  loadGrammar,
  placeholdersOf,
} from "@apigw-vtl/test-support";
import { type LintResult, type LintSettings, lint, rules, type TemplateFacts } from "../src/index.js";

/** Rules that say that a document can break. */
export const rulesOfBrokenOutput: ReadonlySet<string> = new Set(
  rules.filter(({ meta }) => meta.about === "output").map(({ meta }) => meta.id),
);

/** A template of the corpus, with what its host file says about it if the corpus has that file. */
export interface PlacedTemplate {
  /** The host file and the address in it, or the template's number in the corpus. */
  readonly name: string;
  readonly source: string;
  readonly facts: TemplateFacts;
  readonly holes: readonly Range[];
}

export interface CorpusLint extends LintResult {
  readonly template: PlacedTemplate;
}

/** Lints every template of the corpus. */
export function lintCorpus(templates: readonly PlacedTemplate[], settings: LintSettings): readonly CorpusLint[] {
  return templates.map((template) => ({ template, ...lint({ ...template, settings }) }));
}

/**
 * Every template of the host files as the finder sees it, and the templates whose file the corpus does not have. Pieces
 * of frameworks, which are no templates before a program has put them together, are left out.
 */
export async function placedTemplates(): Promise<readonly PlacedTemplate[]> {
  const placed = new Map<string, PlacedTemplate>();
  const files = new Set<string>();
  for (const host of corpusHosts()) {
    files.add(`${host.repo} ${host.path}`);
    for (const { text, address, facts, holes } of (await findTemplates(host, { loadGrammar })).templates) {
      const key = JSON.stringify([text, facts]);
      if (!placed.has(key)) placed.set(key, { name: `${host.file}#${address}`, source: text, facts, holes });
    }
  }
  for (const template of corpusTemplates()) {
    if (files.has(`${template.repo} ${template.path}`) || template.tier === "framework") continue;
    const source = template.template;
    placed.set(template.id, { name: template.id, source, facts: factsOf(template), holes: placeholdersOf(source) });
  }
  return [...placed.values()];
}

/** What the corpus says of a template by itself. */
function factsOf({ direction, contentType, integration }: CorpusTemplate): TemplateFacts {
  const [, type = "AWS", service] =
    /^(AWS|AWS_PROXY|HTTP|HTTP_PROXY|MOCK)?:?([a-z0-9]+)?$/.exec(integration ?? "") ?? [];
  return {
    ...(direction !== "unknown" && { direction }),
    ...(contentType && { contentType }),
    ...(integration && {
      integration: {
        type,
        proxy: type.endsWith("_PROXY"),
        ...(service && { service }),
        requestParameters: {},
        requestTemplates: direction === "request" && contentType ? [contentType] : [],
        responses: [],
      },
    }),
  };
}
