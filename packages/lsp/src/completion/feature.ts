import {
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  InsertTextFormat,
  MarkupKind,
  type Range,
  type TextEdit,
} from "vscode-languageserver-protocol";
import { documentationOf } from "../catalogue/documentation.js";
import type { TemplateView } from "../documents/template-view.js";
import type { Client } from "../server/client.js";
import type { Feature } from "../server/feature.js";
import { atPosition } from "../server/template-request.js";
import { ownKeys } from "../types/own-keys.js";
import { usedPaths } from "../types/used-paths.js";
import type { Candidate } from "./candidate.js";
import { candidatesAt } from "./candidates.js";
import { inOrder } from "./in-order.js";
import { type CompletionSite, completionSite } from "./site.js";

/** Completes names, members, directives, JSONPaths and parameters. */
export const completionFeature = atPosition(CompletionRequest.type, {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ["$", "#", ".", "(", "'", '"', "{"], resolveProvider: true },
  }),
  provide: async ({ view, offset, services }): Promise<CompletionList | null> => {
    const site = completionSite(view.source, offset);
    if (site === undefined) return null;
    const sample = await services.samples.fileFor(view);
    const around = {
      facts: view.facts,
      event: sample && "event" in sample ? sample.event : undefined,
      // Only of parts of the body: who completes `$util` need not wait for what the template reads.
      get used() {
        return usedPaths(view, offset);
      },
      keysOf: (variable: string) => ownKeys(view, variable),
    };
    const writer = new ItemWriter(view, site, services.client);
    const candidates = inOrder(candidatesAt(view, site, around));
    const items = candidates.flatMap((candidate, i) => writer.itemOf(candidate, i));
    return { isIncomplete: false, items };
  },
});

/** Documentation, when the client shows an item. */
export const completionResolveFeature: Feature = {
  capabilities: () => ({}),
  register: (connection) => {
    connection.onRequest(CompletionResolveRequest.type, (item) => {
      const topic: unknown = item.data;
      const value = typeof topic === "string" ? documentationOf(topic) : undefined;
      return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
    });
  },
};

/** Makes items as this client and this file can take them. */
class ItemWriter {
  readonly #view: TemplateView;
  readonly #site: CompletionSite;
  readonly #client: Client;
  /** Where the site is in the document. */
  readonly #place: Range | undefined;
  /** Whether a line end of the template is one in the file: in a JSON string it is `\n`. */
  readonly #holdsSnippets: boolean;

  constructor(view: TemplateView, site: CompletionSite, client: Client) {
    this.#view = view;
    this.#site = site;
    this.#client = client;
    this.#place = view.toDocumentRange(site.range);
    this.#holdsSnippets = client.snippets && (this.#edit("\n")?.newText.includes("\n") ?? false);
  }

  /** `index`: its place in the list. */
  itemOf(
    { label, kind, detail, text, snippet, filter, topic, documentation }: Candidate,
    index: number,
  ): CompletionItem[] {
    const next = this.#view.source[this.#site.range.end];
    const isCalled = next === "(" && /\(\)?$/.test(text ?? "");
    const isClosed = next === "}" && text?.includes("}") === true;
    const useSnippet = snippet !== undefined && !isCalled && !isClosed && this.#canUse(snippet);
    const plain = isCalled || isClosed || text === undefined ? label : text;
    const textEdit = this.#edit(plain);
    if (textEdit === undefined) return [];
    return [
      {
        label,
        kind,
        textEdit: useSnippet ? { ...textEdit, newText: snippet } : textEdit,
        sortText: String(index).padStart(4, "0"),
        ...(useSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
        ...(detail && { detail }),
        ...(filter !== undefined && { filterText: filter }),
        ...(topic !== undefined && { data: topic }),
        ...(documentation !== undefined && { documentation }),
      },
    ];
  }

  /** A snippet on one line without quotes is the same in every file. */
  #canUse(snippet: string): boolean {
    return this.#holdsSnippets || (this.#client.snippets && !/[\n"'\\]/.test(snippet));
  }

  #edit(newText: string): TextEdit | undefined {
    const { range } = this.#site;
    // A name in braces may be one of the file's own language, as in `!Sub`.
    const inBraces = this.#site.kind === "root" && this.#view.source[range.start - 1] === "{";
    if (!inBraces && /^[\w$.()}-]*$/.test(newText)) {
      return this.#place && { range: this.#place, newText };
    }
    return this.#view.replacementInDocument(range, newText);
  }
}
