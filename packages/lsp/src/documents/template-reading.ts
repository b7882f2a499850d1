import { type Diagnostic, parse, type Range, type Template } from "@apigw-vtl/compiler";
import {
  type Analysis,
  analyze,
  type EarlierVersion,
  type HoleRange,
  type LintResult,
  lint,
  once,
  type ParsedTemplate,
  type ResolvedConfig,
  type TemplateFacts,
  withNodesOf,
} from "@apigw-vtl/linter";

/** What all that is known of a template's text depends on. */
export interface TemplateText {
  /** What Velocity reads. */
  readonly source: string;
  /** What the host says about the template; the configuration says what it does not. */
  readonly facts: TemplateFacts;
  /** Where the host fills in text, in the template's offsets. */
  readonly holes: readonly HoleRange[];
  readonly config: ResolvedConfig;
}

/** A template's text and what follows from it, wherever the text stands; all ranges are offsets into it. */
export interface ReadTemplate extends TemplateText {
  /** Gateway responses are no VTL: only simple variables are replaced in them. */
  readonly isMappingTemplate: boolean;
  readonly tree: Template;
  /** Of the parser alone. */
  readonly syntaxDiagnostics: readonly Diagnostic[];
  /** Scopes, values, and the shape of the output; each part is computed when first asked for. */
  readonly analysis: Analysis;
  /** Tree, diagnostics and analysis, for rules and proof. */
  readonly parsed: ParsedTemplate;
  /** What linter and parser find. */
  readonly lint: LintResult;
  /** What a function says of the template; called once, however many features ask. */
  derive<Result>(compute: (template: ReadTemplate) => Result): Result;
  text(range: Range): string;
  /** A range without white space at its end: directives swallow the line end behind them. */
  withoutLineEnd(range: Range): Range;
  /** Whether a range touches what the host fills in: nothing is known about that text. */
  touchesHole(range: Range): boolean;
}

/** Computes each thing once. It may serve several versions of a document: those in which the template stays the same. */
export class TemplateReading implements ReadTemplate {
  readonly source: string;
  readonly facts: TemplateFacts;
  readonly holes: readonly HoleRange[];
  readonly config: ResolvedConfig;
  /** Of another text, or of the same one elsewhere, with the same key and configuration it says all that is to be said. */
  readonly key: string;
  /** The version before, if all but its text was the same. */
  #earlier: EarlierVersion | undefined;
  readonly #parsed = once(() => this.#parse());
  readonly #analysis = once(() => {
    const { source, tree, facts, holes } = this;
    const { assumptions } = this.config;
    this.#known = analyze({ source, tree, facts, holes, assumptions, earlier: this.#earlier });
    // It has its own version as soon as anything was computed: two are not kept.
    this.#earlier = undefined;
    return this.#known;
  });
  #known: Analysis | undefined;
  readonly #lint = once((): LintResult => this.#runLint());
  readonly #derived = new Map<(template: ReadTemplate) => unknown, unknown>();

  /** `earlier`: of the document's last version. */
  constructor({ source, facts, holes, config }: TemplateText, earlier?: TemplateReading) {
    this.source = source;
    this.facts = facts;
    this.holes = holes;
    this.config = config;
    this.key = keyOf({ source, facts, holes });
    const isSimilar =
      earlier?.config === config && keyOf({ source: "", facts, holes }) === keyOf({ ...earlier, source: "" });
    // Of one that nobody asked for anything, what it could have begun with itself.
    this.#earlier = isSimilar ? (earlier.#known?.version ?? earlier.#earlier) : undefined;
  }

  #parse() {
    const { tree, diagnostics } = parse(this.source, { dialect: this.config.dialect });
    return { tree: this.#earlier ? withNodesOf(this.#earlier, this.source, tree) : tree, diagnostics };
  }

  get isMappingTemplate(): boolean {
    return this.facts.gatewayResponse === undefined;
  }

  get tree(): Template {
    return this.#parsed().tree;
  }

  get syntaxDiagnostics(): readonly Diagnostic[] {
    return this.#parsed().diagnostics;
  }

  get analysis(): Analysis {
    return this.#analysis();
  }

  get parsed(): ParsedTemplate {
    return { ...this.#parsed(), analysis: this.analysis };
  }

  get lint(): LintResult {
    return this.#lint();
  }

  derive<Result>(compute: (template: ReadTemplate) => Result): Result {
    if (!this.#derived.has(compute)) this.#derived.set(compute, compute(this));
    return this.#derived.get(compute) as Result;
  }

  text({ start, end }: Range): string {
    return this.source.slice(start, end);
  }

  withoutLineEnd({ start, end }: Range): Range {
    return { start, end: start + this.source.slice(start, end).trimEnd().length };
  }

  touchesHole({ start, end }: Range): boolean {
    return this.holes.some((hole) => hole.start < end && start < hole.end);
  }

  #runLint(): LintResult {
    const { source, facts, holes, config } = this;
    if (config.ignored) return { findings: [], suppressed: [] };
    return lint({ source, facts, holes, settings: config, parsed: this.parsed });
  }
}

/** What all that is known of a template depends on, but for its configuration. */
export function keyOf({ source, facts, holes }: Omit<TemplateText, "config">): string {
  return JSON.stringify([source, facts, holes]);
}
