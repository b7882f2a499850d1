import {
  type CompiledTemplate,
  compile,
  type TemplateEvent,
  type TracedResult,
  VtlRenderError,
} from "@apigw-vtl/compiler";
import { findJsonError } from "../sinks/json-automaton.js";
import { formTokens } from "./hostile-values.js";

/** How one output is bad. */
export interface Badness {
  readonly output: string;
  /** The first character that is wrong; the output's length if it ends too early. */
  readonly offset: number;
}

/** Renders events and says whether what is printed is bad. A rendering that fails prints nothing, so it is not. */
export class Judge {
  readonly source: string;
  readonly #template: CompiledTemplate;
  readonly #output: "json" | "form";
  /** References whose text is encoded by nothing, but may hold `=` or `+` of its own. */
  readonly #isRawSite: (start: number, end: number) => boolean;
  renders = 0;

  constructor(source: string, output: "json" | "form", isRawSite: (start: number, end: number) => boolean) {
    this.source = source;
    this.#template = compile(source);
    this.#output = output;
    this.#isRawSite = isRawSite;
  }

  judge(event: TemplateEvent): Badness | undefined {
    return this.#output === "json" ? this.#judgeJson(event) : this.#judgeForm(event);
  }

  /** The output; `undefined` if the rendering fails. */
  print(event: TemplateEvent): string | undefined {
    this.renders++;
    try {
      return this.#template.render(event).output;
    } catch (error) {
      if (error instanceof VtlRenderError) return undefined;
      throw error;
    }
  }

  trace(event: TemplateEvent): TracedResult | undefined {
    this.renders++;
    try {
      return this.#template.renderTraced(event);
    } catch (error) {
      if (error instanceof VtlRenderError) return undefined;
      throw error;
    }
  }

  #judgeJson(event: TemplateEvent): Badness | undefined {
    const output = this.print(event);
    if (output === undefined || isJson(output)) return undefined;
    return { output, offset: findJsonError(output) ?? output.length };
  }

  /** A token of the event that comes out as it was has not been encoded. */
  #judgeForm(event: TemplateEvent): Badness | undefined {
    const traced = this.trace(event);
    if (traced === undefined) return undefined;
    const { output, trace } = traced;
    const given = JSON.stringify(event);
    for (const token of formTokens) {
      const offset = given.includes(token) ? output.indexOf(token) : -1;
      if (offset >= 0) return { output, offset: offset + 1 };
    }
    for (const { outputStart, outputEnd, range } of trace) {
      if (!this.#isRawSite(range.start, range.end)) continue;
      const offset = output.slice(outputStart, outputEnd).search(/[&=+%]/);
      if (offset >= 0) return { output, offset: outputStart + offset };
    }
    return undefined;
  }
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The structure of a JSON text: what kind of scalars it holds does not matter, nor what is in them. */
export function jsonSkeleton(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\.)*"/gs, "0")
    .replace(/-?\d[\d.eE+-]*|true|false|null/g, "0")
    .replace(/\s+/g, "");
}
