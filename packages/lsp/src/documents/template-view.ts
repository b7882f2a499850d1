import type { Diagnostic, Range, Template } from "@apigw-vtl/compiler";
import { editTemplate, type FoundTemplate, type TextEdit, toHostRange, toTemplateOffset } from "@apigw-vtl/definitions";
import type { Analysis, LintResult, ParsedTemplate, ResolvedConfig, TemplateFacts } from "@apigw-vtl/linter";
import type { TextEdit as DocumentEdit, Range as DocumentRange, Position } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ReadTemplate, TemplateReading } from "./template-reading.js";

/** What a view is made of; `document` is the text of that version. */
export interface ViewSource {
  readonly document: TextDocument;
  readonly template: FoundTemplate;
  /** Of the template's text. */
  readonly reading: TemplateReading;
}

/**
 * One template of one version of a document, with all that features ask about it. Everything is in the template's own
 * offsets; `toTemplateOffset`, `toDocumentRange` and `editsToDocument` lead to the document and back.
 */
export class TemplateView implements ReadTemplate {
  readonly #document: TextDocument;
  readonly template: FoundTemplate;
  readonly reading: TemplateReading;

  constructor({ document, template, reading }: ViewSource) {
    this.#document = document;
    this.template = template;
    this.reading = reading;
  }

  get uri(): string {
    return this.#document.uri;
  }

  /** Whether it stands in a host file, and not in a file of its own. */
  get embedded(): boolean {
    return this.template.layers[0]?.literals[0]?.syntax.kind !== "plain-text";
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

  /**
   * The edit that replaces the whole of a range, and not just what becomes another: clients compare what stands there with
   * what is offered, and some want all that is offered to begin at one place. `undefined` where the file cannot say it.
   */
  replacementInDocument(range: Range, newText: string): DocumentEdit | undefined {
    const edits = this.editsToDocument([{ ...range, newText }]);
    const place = this.toDocumentRange(range);
    if (edits === undefined || edits.length > 1 || place === undefined) return undefined;
    const [edit] = edits;
    if (edit === undefined) return { range: place, newText: this.#document.getText(place) };
    const [start, end] = this.#offsetsOf(place);
    const [from, to] = this.#offsetsOf(edit.range);
    // A literal that has to be written anew as a whole.
    if (from < start || to > end) return edit;
    const text = this.#document.getText();
    return { range: place, newText: text.slice(start, from) + edit.newText + text.slice(to, end) };
  }

  #offsetsOf({ start, end }: DocumentRange): readonly [number, number] {
    return [this.#document.offsetAt(start), this.#document.offsetAt(end)];
  }

  #isAtEmptyTemplate(at: number): boolean {
    const { start, end } = this.template.range;
    return this.embedded ? start < at && at < end : at === start;
  }

  get source(): string {
    return this.reading.source;
  }

  get facts(): TemplateFacts {
    return this.reading.facts;
  }

  get holes(): readonly Range[] {
    return this.reading.holes;
  }

  get config(): ResolvedConfig {
    return this.reading.config;
  }

  get isMappingTemplate(): boolean {
    return this.reading.isMappingTemplate;
  }

  get tree(): Template {
    return this.reading.tree;
  }

  get syntaxDiagnostics(): readonly Diagnostic[] {
    return this.reading.syntaxDiagnostics;
  }

  get parsed(): ParsedTemplate {
    return this.reading.parsed;
  }

  get analysis(): Analysis {
    return this.reading.analysis;
  }

  get lint(): LintResult {
    return this.reading.lint;
  }

  derive<Result>(compute: (template: ReadTemplate) => Result): Result {
    return this.reading.derive(compute);
  }

  text(range: Range): string {
    return this.reading.text(range);
  }

  withoutLineEnd(range: Range): Range {
    return this.reading.withoutLineEnd(range);
  }

  touchesHole(range: Range): boolean {
    return this.reading.touchesHole(range);
  }
}
