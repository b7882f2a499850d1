import type { TemplateDiagnostic } from "../diagnostic.js";
import type { FileSearch } from "../find-templates.js";
import type { FileReference, TemplateHost } from "../found-template.js";
import type { Evaluation } from "../source/evaluation.js";
import type { SourceDocument } from "../source/source-document.js";
import { TemplateSearch } from "../template-search.js";

/** The searches of one definition: a document each, and a file that says what is in it. */
export class DefinitionSearches {
  private readonly byOwner = new Map<string, Map<SourceDocument, TemplateSearch>>();

  constructor(private readonly evaluation: Evaluation) {}

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
    const named = this.evaluation.named.filter(({ at }) => reached.has(at.document.file));
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

  /** A file and those that it names, one by the other; another file with templates of its own names its own. */
  private reachedFrom(path: string): ReadonlySet<string> {
    const reached = new Set([path]);
    for (const from of reached) {
      for (const { at, path: target } of this.evaluation.named) {
        if (at.document.file === from && !this.byOwner.has(target)) reached.add(target);
      }
    }
    return reached;
  }
}
