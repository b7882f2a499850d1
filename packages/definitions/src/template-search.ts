import type { TemplateDiagnostic } from "./diagnostic.js";
import type { FoundFacts } from "./facts/template-facts.js";
import type { FoundTemplate } from "./found-template.js";
import { assemble, type Part } from "./map/assemble.js";
import { composeSegments } from "./map/offset-map.js";
import type { TextRange } from "./map/piece.js";
import type { EmbeddedText } from "./map/segment.js";
import type { HostFileReference, HostMap, HostNode } from "./tree/host-node.js";
import { branches, isIntrinsic, pointerTo } from "./tree/lookup.js";
import { type TextContext, textAlternatives } from "./tree/node-text.js";

/** Facts of a template before its place in the template map is known. */
export type FactsBase = Omit<FoundFacts, "contentType" | "conditions">;

/** A file that a template is read from. */
export interface PendingReference {
  /** The file that names it. */
  readonly from: string;
  readonly reference: HostFileReference;
  readonly address: string;
  readonly facts: FoundFacts;
}

const MOST_TEMPLATES = 20_000;

/** Collects what one file's finders come upon. */
export class TemplateSearch {
  readonly templates: FoundTemplate[] = [];
  readonly diagnostics: TemplateDiagnostic[] = [];
  /** Templates in files that are still to be read. */
  readonly pending: PendingReference[] = [];

  /** `outer` are the texts around `context.source` when that is itself embedded in the file; `seen`: see `wasSeen`. */
  constructor(
    readonly file: string,
    readonly context: TextContext,
    private readonly outer: readonly EmbeddedText[] = [],
    private readonly seen = new Set<HostNode>(),
  ) {}

  /** Says that a finder with better knowledge deals with the node. */
  see(node: HostNode): void {
    this.seen.add(node);
  }

  /** Whether a finder with better knowledge has dealt with the node. */
  wasSeen(node: HostNode): boolean {
    return this.seen.has(node);
  }

  /** Adds each template of a map from content type to text. */
  addTemplateMap(node: HostNode | undefined, address: string, base: FactsBase): void {
    for (const { node: map, conditions } of branches(node)) {
      if (map.kind !== "map" || isIntrinsic(map)) continue;
      this.seen.add(map);
      this.addEntries(map, address, base, conditions);
    }
  }

  private addEntries(map: HostMap, address: string, base: FactsBase, conditions: readonly string[]): void {
    for (const { key, value } of map.entries) {
      this.addTemplate(value, pointerTo(address, key), { ...base, contentType: key, conditions });
    }
  }

  /** Adds the template that `node` is, one for each text it may stand for. */
  addTemplate(node: HostNode, address: string, facts: FoundFacts): void {
    for (const alternative of textAlternatives(node, this.context)) {
      const conditions = [...facts.conditions, ...alternative.conditions];
      const ownFacts = { ...facts, conditions };
      if (alternative.kind === "file") {
        const { reference } = alternative;
        this.pending.push({ from: this.file, reference, address, facts: ownFacts });
      } else this.addParts(alternative.parts, address, ownFacts, node);
    }
  }

  /** Adds a template from its parts; `range` is where an empty one stands. */
  addParts(parts: readonly Part[], address: string, facts: FoundFacts, range: TextRange): void {
    if (this.templates.length >= MOST_TEMPLATES) return;
    const embedded = assemble(parts);
    let { segments, holes }: Pick<EmbeddedText, "segments" | "holes"> = embedded;
    for (const outer of this.outer) ({ segments, holes } = composeSegments({ segments, holes }, outer));
    const literals = segments.filter((segment) => segment.kind !== "fixed");
    const start = literals.reduce((least, segment) => Math.min(least, segment.hostStart), Number.POSITIVE_INFINITY);
    const end = literals.reduce((most, segment) => Math.max(most, segment.hostEnd), 0);
    this.templates.push({
      file: this.file,
      range: literals.length === 0 ? { start: range.start, end: range.end } : { start, end },
      text: embedded.text,
      address,
      facts,
      holes,
      segments,
      layers: [embedded, ...this.outer],
    });
  }

  report(problem: Omit<TemplateDiagnostic, "file">): void {
    this.diagnostics.push({ ...problem, file: this.file });
  }
}
