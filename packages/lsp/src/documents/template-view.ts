import type { Diagnostic, Range, Template } from "@apigw-vtl/compiler";
import { parse } from "@apigw-vtl/compiler";
import {
  type Analysis,
  analyze,
  type LintResult,
  lint,
  type ResolvedConfig,
  type TemplateFacts,
} from "@apigw-vtl/linter";
import { editTemplate, type FoundTemplate, type TextEdit, toHostRange, toTemplateOffset } from "@apigw-vtl/templates";
import type { TextEdit as DocumentEdit, Range as DocumentRange, Position } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { once } from "./once.js";

/** What a view is made of; `document` is the text of that version. */
export interface ViewSource {
  readonly document: TextDocument;
  readonly template: FoundTemplate;
  readonly config: ResolvedConfig;
}

/**
 * One template of one version of a document, with all that features ask about it. Everything is in the template's own
 * offsets; `toTemplateOffset`, `toDocumentRange` and `editsToDocument` lead to the document and back.
 */
export class TemplateView {
  readonly #document: TextDocument;
  readonly #parsed = once(() => parse(this.source, { dialect: this.config.dialect }));
  readonly #analysis = once(() => analyze({ source: this.source, tree: this.tree, facts: this.facts }));
  readonly #lint = once((): LintResult => this.#runLint());
  readonly #derived = new Map<(view: TemplateView) => unknown, unknown>();
  readonly template: FoundTemplate;
  readonly config: ResolvedConfig;
  /** What the host says about the template; the configuration says what it does not. */
  readonly facts: TemplateFacts;

  constructor({ document, template, config }: ViewSource) {
    this.#document = document;
    this.template = template;
    this.config = config;
    const { direction, contentType } = config;
    this.facts = {
      ...(direction !== undefined && { direction }),
      ...(contentType !== undefined && { contentType }),
      ...template.facts,
    };
  }

  /** What Velocity reads. */
  get source(): string {
    return this.template.text;
  }

  get uri(): string {
    return this.#document.uri;
  }

  /** Gateway responses are no VTL: only simple variables are replaced in them. */
  get isMappingTemplate(): boolean {
    return this.facts.gatewayResponse === undefined;
  }

  /** Whether it stands in a host file, and not in a file of its own. */
  get embedded(): boolean {
    return this.template.layers[0]?.literals[0]?.syntax.kind !== "plain-text";
  }

  get tree(): Template {
    return this.#parsed().tree;
  }

  /** Of the parser alone. */
  get syntaxDiagnostics(): readonly Diagnostic[] {
    return this.#parsed().diagnostics;
  }

  /** Scopes, values, and the shape of the output; each part is computed when first asked for. */
  get analysis(): Analysis {
    return this.#analysis();
  }

  /** What linter and parser find. */
  get lint(): LintResult {
    return this.#lint();
  }

  /** What a function says of the view; called once, however many features ask. */
  derive<Result>(compute: (view: TemplateView) => Result): Result {
    if (!this.#derived.has(compute)) this.#derived.set(compute, compute(this));
    return this.#derived.get(compute) as Result;
  }

  text({ start, end }: Range): string {
    return this.source.slice(start, end);
  }

  /** A range without white space at its end: directives swallow the line end behind them. */
  withoutLineEnd({ start, end }: Range): Range {
    return { start, end: start + this.source.slice(start, end).trimEnd().length };
  }

  /** The template offset of a place in the document; `undefined` outside of the template and inside of a hole. */
  toTemplateOffset(position: Position): number | undefined {
    const at = this.#document.offsetAt(position);
    const { range, segments, holes } = this.template;
    if (this.source === "") return this.#isAtEmptyTemplate(at) ? 0 : undefined;
    if (at < range.start || at > range.end) return undefined;
    if (holes.some(({ hostStart, hostEnd }) => hostStart < at && at < hostEnd)) return undefined;
    return toTemplateOffset(segments, at);
  }

  /** The template range of a document range; `undefined` unless both ends are in the template. */
  toTemplateRange({ start, end }: DocumentRange): Range | undefined {
    const from = this.toTemplateOffset(start);
    const to = this.toTemplateOffset(end);
    return from === undefined || to === undefined ? undefined : { start: Math.min(from, to), end: Math.max(from, to) };
  }

  /** Where a template range is in the document; `undefined` for text that the host generates. */
  toDocumentRange(range: Range): DocumentRange | undefined {
    const { segments } = this.template;
    const place = this.source === "" ? this.template.range : toHostRange(segments, range);
    if (place === undefined) return undefined;
    return { start: this.#document.positionAt(place.start), end: this.#document.positionAt(place.end) };
  }

  /** Where the template is in the document, without the quotes around it. */
  get wholeRange(): DocumentRange {
    const { start, end } = this.template.range;
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
  }

  /** Edits of the document that make these edits of the template (apart from each other); `undefined` if it cannot. */
  editsToDocument(edits: readonly TextEdit[]): DocumentEdit[] | undefined {
    const ordered = [...edits].sort((a, b) => a.start - b.start);
    const outcome = editTemplate(this.template, this.#document.getText(), ordered);
    if (!outcome.ok) return undefined;
    return outcome.edits.map(({ start, end, newText }) => ({
      range: { start: this.#document.positionAt(start), end: this.#document.positionAt(end) },
      newText,
    }));
  }

  /** Whether a range touches what the host fills in: nothing is known about that text. */
  touchesHole({ start, end }: Range): boolean {
    return this.template.holes.some((hole) => hole.start < end && start < hole.end);
  }

  #isAtEmptyTemplate(at: number): boolean {
    const { start, end } = this.template.range;
    return this.embedded ? start < at && at < end : at === start;
  }

  #runLint(): LintResult {
    if (this.config.ignored) return { findings: [], suppressed: [] };
    const { tree, diagnostics } = this.#parsed();
    const parsed = { tree, diagnostics, analysis: this.analysis };
    const { holes } = this.template;
    return lint({ source: this.source, facts: this.facts, holes, settings: this.config, parsed });
  }
}
