import { compile, type RenderResult, type Template, type TemplateEvent, VtlRenderError } from "@apigw-vtl/compiler";
import { requestsFor, type TemplateFacts } from "@apigw-vtl/linter";

export type Comparison =
  /** Both printed the same; `json`: how many of the outputs were JSON. */
  { readonly same: true; readonly json: number } | { readonly same: false; readonly event: TemplateEvent };

/** Requests with odd values, beside the friendly ones: the syntax has shown before that the texts print the same. */
const HOSTILE = 6;

/** What a template prints, worked out when the first text is compared with it and kept for others. */
export class ReferenceRenderings {
  readonly #source: string;
  readonly #tree: Template;
  readonly #facts: TemplateFacts | undefined;
  readonly #samples: readonly TemplateEvent[];
  #outcomes: readonly { readonly event: TemplateEvent; readonly outcome: Outcome }[] | undefined;

  constructor(given: {
    readonly source: string;
    readonly tree: Template;
    readonly facts?: TemplateFacts;
    readonly samples?: readonly TemplateEvent[];
  }) {
    this.#source = given.source;
    this.#tree = given.tree;
    this.#facts = given.facts;
    this.#samples = given.samples ?? [];
  }

  /** Renders a text without syntax errors with the same events, and compares what comes of it, in steps. */
  *compare(
    after: { readonly source: string; readonly tree: Template },
    output: "json" | "text",
  ): Generator<void, Comparison, void> {
    this.#outcomes ??= yield* this.#render();
    const other = compile(after.source, { tree: after.tree });
    yield;
    let json = 0;
    for (const { event, outcome } of this.#outcomes) {
      const own = outcomeOf(() => other.render(event));
      const left = comparable(outcome.output, output);
      const right = own.output === outcome.output ? left : comparable(own.output, output);
      if (left.text !== right.text || left.isJson !== right.isJson || outcome.rest !== own.rest) {
        return { same: false, event };
      }
      if (left.isJson) json++;
      yield;
    }
    return { same: true, json };
  }

  *#render() {
    const template = compile(this.#source, { tree: this.#tree });
    yield;
    const events = [
      ...this.#samples,
      ...requestsFor(this.#source, {
        tree: this.#tree,
        hostile: HOSTILE,
        isQuick: true,
        ...(this.#facts && { facts: this.#facts }),
      }),
    ];
    yield;
    const outcomes: { readonly event: TemplateEvent; readonly outcome: Outcome }[] = [];
    for (const event of events) {
      outcomes.push({ event, outcome: outcomeOf(() => template.render(event)) });
      yield;
    }
    return outcomes;
  }
}

interface Outcome {
  readonly output: string;
  /** Overrides, context, error. */
  readonly rest: string;
}

function outcomeOf(render: () => RenderResult): Outcome {
  try {
    const result = render();
    // What a template did not touch is what the event says, in both.
    const rest = result.contextUsed ? JSON.stringify([result.overrides, result.context]) : "";
    return { output: result.output, rest };
  } catch (error) {
    if (error instanceof VtlRenderError) return { output: "", rest: error.code };
    throw error;
  }
}

/** An output as far as it counts: of JSON without the white space between its tokens. What is broken is so in both. */
function comparable(text: string, output: "json" | "text"): { readonly text: string; readonly isJson: boolean } {
  if (output === "text") return { text, isJson: false };
  const isJson = parses(text);
  return { text: isJson ? text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1") : text.replace(/\s+/g, ""), isJson };
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
