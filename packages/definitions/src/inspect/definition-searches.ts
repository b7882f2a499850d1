import type { TemplateDiagnostic } from "../diagnostic.js";
import type { FileSearch } from "../find-templates.js";
import type { FileReference, FoundTemplate, TemplateHost } from "../found-template.js";
import type { Evaluation, NamedFile } from "../source/evaluation.js";
import type { SourceDocument } from "../source/source-document.js";
import { TemplateSearch } from "../template-search.js";

/** The searches of one definition: a document each, and a file that says what is in it. */
export class DefinitionSearches {
  private readonly byOwner = new Map<string, Map<SourceDocument, TemplateSearch>>();

  /** Several evaluations of a module that is called several times. */
  constructor(private readonly evaluations: readonly Evaluation[]) {}

  private get named(): readonly NamedFile[] {
    return this.evaluations.flatMap(({ named }) => named);
  }

  of(document: SourceDocument, owner: string): TemplateSearch {
    const searches = this.byOwner.get(owner) ?? new Map<SourceDocument, TemplateSearch>();
    this.byOwner.set(owner, searches);
    const search = searches.get(document) ?? new TemplateSearch(document);
    searches.set(document, search);
    return search;
  }

  /** What a file says, and what other files say of it. */
  result(
    path: string,
    { readFile }: TemplateHost,
    problems: readonly TemplateDiagnostic[],
  ): Omit<FileSearch, "routes"> {
    const searches = [...this.byOwner].flatMap(([owner, byDocument]) =>
      Array.from(byDocument.values(), (search) => ({ owner, search })),
    );
    const own = searches.filter(({ owner, search }) => owner === path || search.file === path);
    const reached = this.reachedFrom(path);
    const named = this.named.filter(({ at }) => reached.has(at.document.file));
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
        this.templatesOf(search).map((each) => (search.file === owner ? each : { ...each, referredFrom: owner })),
      ),
      pending: own.flatMap(({ owner, search }) => (owner === path ? search.pending : [])),
      references: [...references.values()],
      diagnostics: [...problems, ...own.flatMap(({ search }) => search.diagnostics), ...diagnostics.values()],
    };
  }

  /** A template is there for each call of its module, but not for calls that say the same of it. */
  private templatesOf({ templates }: TemplateSearch): readonly FoundTemplate[] {
    if (this.evaluations.length === 1) return templates;
    const different = new Map<string, FoundTemplate>();
    for (const each of templates) {
      const key = JSON.stringify([each.address, each.range, each.text, each.facts]);
      if (!different.has(key)) different.set(key, each);
    }
    return [...different.values()];
  }

  /** A file and those that it names, one by the other; another file with templates of its own names its own. */
  private reachedFrom(path: string): ReadonlySet<string> {
    const reached = new Set([path]);
    for (const from of reached) {
      for (const { at, path: target } of this.named) {
        if (at.document.file === from && !this.byOwner.has(target)) reached.add(target);
      }
    }
    return reached;
  }
}
