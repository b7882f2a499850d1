import type { MappingTemplate } from "./api-definition.js";
import type { TemplateDiagnostic } from "./diagnostic.js";
import type { FoundFacts } from "./facts/template-facts.js";
import type { FoundTemplate } from "./found-template.js";
import { refusedVariable } from "./holes/serverless-variable.js";
import { directiveInComment, joinedToComment, type Loss } from "./lost-to-yaml.js";
import { assemble, type Part } from "./map/assemble.js";
import { composeSegments } from "./map/offset-map.js";
import type { TextRange } from "./map/piece.js";
import type { EmbeddedText } from "./map/segment.js";
import { layersOf, placeOf, type SourceDocument } from "./source/source-document.js";
import type { TemplateUse } from "./template-use.js";
import type { HostExpression, HostFileReference, HostNode } from "./tree/host-node.js";
import { branches, isIntrinsic } from "./tree/lookup.js";
import { type TextContext, textAlternatives } from "./tree/node-text.js";

/** Facts of a template before its place in a map of templates is known. */
export type FactsBase = Omit<FoundFacts, "contentType" | "conditions"> & Partial<Pick<FoundFacts, "conditions">>;

/** A file that a template is read from. */
export interface PendingReference {
  /** The file that names it. */
  readonly from: string;
  readonly reference: HostFileReference;
  readonly address: string;
  readonly facts: FoundFacts;
  readonly use?: TemplateUse | undefined;
}

/** A text that is a template. */
export interface TemplateParts extends Pick<PendingReference, "address" | "facts" | "use"> {
  readonly parts: readonly Part[];
  /** The value that it is; where an empty one stands. */
  readonly declaration: TextRange;
}

const MOST_TEMPLATES = 20_000;

/** Collects what one file's finders come upon. */
export class TemplateSearch {
  readonly templates: FoundTemplate[] = [];
  readonly diagnostics: TemplateDiagnostic[] = [];
  /** Templates in files that are still to be read. */
  readonly pending: PendingReference[] = [];

  readonly context: TextContext;
  private readonly outer: readonly EmbeddedText[];

  constructor(private readonly document: SourceDocument) {
    const { text: source, interpolations, embedded } = document;
    this.context = { source, interpolations, intrinsics: embedded === undefined };
    this.outer = layersOf(document);
  }

  get file(): string {
    return this.document.file;
  }

  /** Adds a template of a map. */
  addDeclared({ source, contentType }: MappingTemplate, base: FactsBase, use?: TemplateUse): void {
    if (source === undefined) return;
    const conditions = [...(base.conditions ?? []), ...source.conditions];
    // A proxy ignores its templates, whatever they are: such definitions deploy.
    if (base.integration?.proxy !== true && isNoText(source.node, contentType)) {
      const message = `The template of ${contentType} is a ${source.node.kind}, no text, because it stands without quotes: the deployment refuses it. Put it in quotes, or behind | in YAML.`;
      this.reportAt("template-not-text", { message, ...source.node });
    }
    this.addTemplate(source.node, source.address, { ...base, contentType, conditions }, use);
  }

  /** Adds the template that `node` is, one for each text it may stand for. */
  addTemplate(node: HostNode, address: string, facts: FoundFacts, use?: TemplateUse): void {
    if (node.kind === "scalar" && node.value === null)
      this.reportLoss(directiveInComment(this.context.source, node.end));
    for (const { node: branch } of branches(node)) {
      if (branch.kind === "expression" && branch.hidden !== undefined)
        this.reportAt("template-not-known", notKnown(branch));
    }
    for (const alternative of textAlternatives(node, this.context)) {
      const conditions = [...facts.conditions, ...alternative.conditions];
      const ownFacts = { ...facts, conditions };
      if (alternative.kind === "file") {
        const { reference } = alternative;
        this.pending.push({ from: this.file, reference, address, facts: ownFacts, use });
      } else this.addParts({ parts: alternative.parts, address, facts: ownFacts, declaration: node, use });
    }
  }

  /** Adds a template from its parts. */
  addParts({ parts, address, facts, declaration, use }: TemplateParts): void {
    if (this.templates.length >= MOST_TEMPLATES) return;
    const embedded = assemble(parts);
    for (const loss of joinedToComment(parts, embedded, this.context.source)) this.reportLoss(loss);
    const last = parts.at(-1);
    if (last?.kind === "literal" && last.literal.syntax.kind.startsWith("yaml-")) {
      this.reportLoss(directiveInComment(this.context.source, last.literal.end));
    }
    let { segments, holes }: Pick<EmbeddedText, "segments" | "holes"> = embedded;
    for (const outer of this.outer) ({ segments, holes } = composeSegments({ segments, holes }, outer));
    const literals = segments.filter((segment) => segment.kind !== "fixed");
    const start = literals.reduce((least, segment) => Math.min(least, segment.hostStart), Number.POSITIVE_INFINITY);
    const end = literals.reduce((most, segment) => Math.max(most, segment.hostEnd), 0);
    const { file, range } = placeOf(declaration, this.document);
    for (const { construct, expression, hostStart, hostEnd } of holes) {
      const message = construct === "Serverless variable" ? refusedVariable(expression) : undefined;
      if (message !== undefined) this.report({ code: "serverless-variable", message, start: hostStart, end: hostEnd });
    }
    this.templates.push({
      file,
      range: literals.length === 0 ? range : { start, end },
      declaration: range,
      text: embedded.text,
      address,
      ...(use !== undefined && { use }),
      facts,
      holes,
      segments,
      layers: [embedded, ...this.outer],
    });
  }

  report(problem: Omit<TemplateDiagnostic, "file">): void {
    this.diagnostics.push({ ...problem, file: this.file });
  }

  private reportLoss(loss: Loss | undefined): void {
    if (loss !== undefined) this.reportAt("template-lost-to-yaml", loss);
  }

  /** The same at a place of the document, which may be within another. */
  private reportAt(code: TemplateDiagnostic["code"], { message, start, end }: Loss): void {
    this.report({ code, message, ...placeOf({ start, end }, this.document).range });
  }
}

/** A text that a function of the host makes something else of, in a way that nobody can follow before. */
function notKnown({ source, start, end }: HostExpression): Loss {
  const name = source.replace(/\(.*/s, "");
  const message = `What ${name}() makes of this template is known only once it is deployed, so nothing checks what the service reads then. Let the template stand in the file as it is meant, or give ${name}() nothing but literals.`;
  return { message, start, end: Math.min(end, start + name.length) };
}

/** A content type's value that is written out as a value, where its text is due. */
function isNoText(node: HostNode, contentType: string): boolean {
  if (!contentType.includes("/") && contentType !== "$default") return false;
  if (node.kind !== "map") return node.kind === "list";
  return !isIntrinsic(node) && !node.entries.some(({ key }) => key === "$ref");
}
