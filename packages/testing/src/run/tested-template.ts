import {
  type CompiledTemplate,
  compile,
  compileInstrumented,
  type DialectName,
  type Probe,
  type Range,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import { type FoundTemplate, type MappingTemplate, toHostRange } from "@apigw-vtl/definitions";
import { TemplateCounter } from "../coverage/template-counter.js";
import type { CountedTemplate } from "../coverage/template-coverage.js";
import { type Alignment, aligned } from "./aligned.js";
import type { Place } from "./case-result.js";

/** A template of a file, compiled when a case first asks for it. */
export class TestedTemplate {
  readonly found: FoundTemplate;
  readonly dialect: DialectName;
  /** What Velocity reads: as deployed, where the definition tells, else with `<name>` for what only the deployment knows. */
  readonly text: string;
  readonly #alignment: Alignment;
  readonly #counter: TemplateCounter | undefined;
  #compiled: CompiledTemplate | undefined;
  #probes: readonly Probe[] = [];

  constructor(
    found: FoundTemplate,
    deployed: MappingTemplate | undefined,
    { dialect, counts }: { readonly dialect: DialectName; readonly counts: boolean },
  ) {
    this.#counter = counts ? new TemplateCounter() : undefined;
    this.found = found;
    this.dialect = dialect;
    const alignment = deployed && aligned(found, deployed.text);
    this.text = alignment === undefined ? found.text : (deployed?.text ?? found.text);
    this.#alignment = alignment ?? ((range) => range);
  }

  /** Throws a `VtlSyntaxError`. */
  get compiled(): CompiledTemplate {
    this.#compiled ??= this.#compile();
    return this.#compiled;
  }

  /** What was counted of it, where its subject counts; `undefined` of a template that the service refuses. */
  get counted(): CountedTemplate | undefined {
    if (this.#counter === undefined) return undefined;
    try {
      this.#compiled ??= this.#compile();
      const placeOf = (range: Range) => this.placeOf(range);
      return { text: this.text, probes: this.#probes, counter: this.#counter, placeOf };
    } catch (error) {
      if (error instanceof VtlSyntaxError) return undefined;
      throw error;
    }
  }

  #compile(): CompiledTemplate {
    const { text, dialect } = this;
    if (this.#counter === undefined) return compile(text, { dialect });
    const compiled = compileInstrumented(text, { dialect, listener: this.#counter, in: "render" });
    this.#probes = compiled.probes;
    return compiled;
  }

  /** A part of the template in its file. */
  placeOf(range: Range): Place {
    const { file, segments } = this.found;
    return { file, range: toHostRange(segments, this.#alignment(range)) ?? { start: 0, end: 0 } };
  }
}
