import { compile, type RenderResult, type TemplateEvent, VtlRenderError } from "@apigw-vtl/compiler";

export type Comparison =
  /** Both printed the same; `json`: how many of the outputs were JSON. */
  { readonly same: true; readonly json: number } | { readonly same: false; readonly event: TemplateEvent };

/** Renders two templates that the service accepts with each event, and compares what comes of it. */
export function compareRendering(
  before: string,
  after: string,
  events: Iterable<TemplateEvent>,
  output: "json" | "text",
): Comparison {
  const [one, other] = [compile(before), compile(after)];
  let json = 0;
  for (const event of events) {
    const [a, b] = [outcomeOf(() => one.render(event)), outcomeOf(() => other.render(event))];
    const [left, right] = [comparable(a.output, output), comparable(b.output, output)];
    if (left.text !== right.text || left.isJson !== right.isJson || a.rest !== b.rest) return { same: false, event };
    if (left.isJson) json++;
  }
  return { same: true, json };
}

interface Outcome {
  readonly output: string;
  /** Overrides, context, error. */
  readonly rest: string;
}

function outcomeOf(render: () => RenderResult): Outcome {
  try {
    const { output, overrides, context } = render();
    return { output, rest: JSON.stringify([overrides, context]) };
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
