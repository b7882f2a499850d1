import {
  type CompiledTemplate,
  compile,
  isJson,
  PermissiveJson,
  type RenderResult,
  type TemplateEvent,
  type TracedResult,
  VtlRenderError,
} from "@apigw-vtl/compiler";
import { hasNoBody } from "../bodiless-status.js";
import { formPlace } from "../sinks/form-sink.js";
import { findJsonError } from "../sinks/json-automaton.js";
import { findNestedJsonError, type OutputPart } from "../sinks/nested-json-sink.js";
import { formTokens } from "./hostile-values.js";

/** How one output is bad. */
export interface Badness {
  readonly output: string;
  /** The first character that is wrong; the output's length if it ends too early. */
  readonly offset: number;
}

/** What is asked of an output. `statusCode`: of the response, where the template does not set another. */
export type JudgedOutput =
  | {
      readonly kind: "json";
      readonly statusCode: string;
      /** Whether strings that the template begins like JSON have to be JSON. */
      readonly isNested: boolean;
    }
  | { readonly kind: "form" }
  | { readonly kind: "mock" };

/** Whether a MOCK integration finds its status in a text: it reads leniently, and wants an integer. */
export function hasMockStatus(text: string): boolean {
  return PermissiveJson.parse(text)?.integer("$.statusCode") !== undefined;
}

type IsSite = (start: number, end: number) => boolean;

/** Renders events and says whether what is printed is bad. A rendering that fails prints nothing, so it is not. */
export class Judge {
  readonly source: string;
  readonly #template: CompiledTemplate;
  readonly #judged: JudgedOutput;
  /** References whose text is encoded by nothing, but may hold `=` or `+` of its own. */
  readonly #isRawSite: IsSite;
  /** References that print a text which the template has put together as JSON. */
  readonly #isOwnSite: IsSite;
  /** What was rendered last: it is often asked for twice. */
  #last: { readonly event: TemplateEvent; readonly result: RenderResult | undefined } | undefined;
  renders = 0;

  constructor(source: string, judged: JudgedOutput, isRawSite: IsSite, isOwnSite: IsSite) {
    this.source = source;
    this.#template = compile(source);
    this.#judged = judged;
    this.#isRawSite = isRawSite;
    this.#isOwnSite = isOwnSite;
  }

  judge(event: TemplateEvent): Badness | undefined {
    switch (this.#judged.kind) {
      case "json":
        return (
          this.#judgeJson(event, this.#judged.statusCode) ??
          (this.#judged.isNested ? this.#judgeNested(event) : undefined)
        );
      case "form":
        return this.#judgeForm(event);
      case "mock":
        return this.#judgeMock(event);
    }
  }

  /** The output; `undefined` if the rendering fails. */
  print(event: TemplateEvent): string | undefined {
    return this.#render(event)?.output;
  }

  #render(event: TemplateEvent): RenderResult | undefined {
    if (this.#last?.event === event) return this.#last.result;
    this.renders++;
    const result = this.#tried(() => this.#template.render(event));
    this.#last = { event, result };
    return result;
  }

  trace(event: TemplateEvent): TracedResult | undefined {
    this.renders++;
    return this.#tried(() => this.#template.renderTraced(event));
  }

  #tried<Result>(render: () => Result): Result | undefined {
    try {
      return render();
    } catch (error) {
      if (error instanceof VtlRenderError) return undefined;
      throw error;
    }
  }

  #judgeJson(event: TemplateEvent, statusCode: string): Badness | undefined {
    const result = this.#render(event);
    if (result === undefined || isJson(result.output)) return undefined;
    const { output } = result;
    if (/^[ \t\r\n]*$/.test(output) && hasNoBody(String(result.overrides.responseOverride?.status ?? statusCode))) {
      return undefined;
    }
    return { output, offset: findJsonError(output) ?? output.length };
  }

  #judgeNested(event: TemplateEvent): Badness | undefined {
    const traced = this.trace(event);
    if (traced === undefined) return undefined;
    const { output } = traced;
    const offset = findNestedJsonError(this.#partsOf(traced));
    return offset === undefined ? undefined : { output, offset };
  }

  /** The output by what printed it: references print what the request gives, but for those of the template's own texts. */
  #partsOf({ output, trace }: TracedResult): readonly OutputPart[] {
    const isGiven = new Array<boolean>(output.length).fill(true);
    const outerFirst = trace.toSorted((a, b) => b.outputEnd - b.outputStart - (a.outputEnd - a.outputStart));
    for (const { outputStart, outputEnd, range } of outerFirst) {
      const isText = this.source[range.start] !== "$" || this.#isOwnSite(range.start, range.end);
      isGiven.fill(!isText, outputStart, outputEnd);
    }
    const parts: { text: string; isGiven: boolean }[] = [];
    for (const [i, char] of output.split("").entries()) {
      const last = parts.at(-1);
      if (last && last.isGiven === isGiven[i]) last.text += char;
      else parts.push({ text: char, isGiven: isGiven[i]! });
    }
    return parts;
  }

  #judgeMock(event: TemplateEvent): Badness | undefined {
    const output = this.print(event);
    if (output === undefined || hasMockStatus(output)) return undefined;
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
      if (offset >= 0 && breaksFormAt(output, offset + 1)) return { output, offset: offset + 1 };
    }
    for (const { outputStart, outputEnd, range } of trace) {
      if (!this.#isRawSite(range.start, range.end)) continue;
      for (let offset = outputStart; offset < outputEnd; offset++) {
        if (breaksFormAt(output, offset)) return { output, offset };
      }
    }
    return undefined;
  }
}

/** Whether a character that was filled in means something to a form there: the first `=` ends a name, all others do not. */
function breaksFormAt(output: string, offset: number): boolean {
  const char = output[offset]!;
  return "&+%".includes(char) || (char === "=" && formPlace(output.slice(0, offset)) === "name");
}

/** The structure of a JSON text: what kind of scalars it holds does not matter, nor what is in them. */
export function jsonSkeleton(text: string): string {
  return text
    .replace(/"(?:[^"\\]|\\.)*"/gs, "0")
    .replace(/-?\d[\d.eE+-]*|true|false|null/g, "0")
    .replace(/\s+/g, "");
}
