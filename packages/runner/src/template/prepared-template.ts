import { type CompiledTemplate, compile, type TemplateEvent } from "@apigw-vtl/compiler";
import type { MappingTemplate, Place } from "@apigw-vtl/definitions";

/** How templates become functions. Throws VtlSyntaxError. */
export type CompileTemplate = (template: MappingTemplate) => Pick<CompiledTemplate, "render">;

export const compileTemplate: CompileTemplate = ({ text }) => compile(text);

/** A mapping template that is compiled when it is first used, and then kept. */
export class PreparedTemplate {
  readonly contentType: string;
  readonly text: string;
  readonly place: Place | undefined;
  readonly #template: MappingTemplate;
  readonly #compiler: CompileTemplate;
  #compiled: ReturnType<CompileTemplate> | undefined;
  #refusal: unknown;

  constructor(template: MappingTemplate, compiler: CompileTemplate = compileTemplate) {
    this.#template = template;
    this.#compiler = compiler;
    this.contentType = template.contentType;
    this.text = template.text;
    this.place = template.place;
  }

  /** Throws VtlSyntaxError and VtlRenderError, where the service would fail. */
  render(event: TemplateEvent): RenderedTemplate {
    const result = this.#compile().render(event);
    const { output } = result;
    return result.contextUsed ? { output, context: result.context } : { output };
  }

  /** The same for a template that no other comes after: of `$context` only the response's overrides matter then. */
  renderLast(event: TemplateEvent): LastRenderedTemplate {
    const result = this.#compile().render(event);
    const { output } = result;
    return result.contextUsed ? { output, responseOverride: result.overrides.responseOverride ?? {} } : { output };
  }

  #compile(): ReturnType<CompileTemplate> {
    if (this.#refusal !== undefined) throw this.#refusal;
    try {
      this.#compiled ??= this.#compiler(this.#template);
    } catch (error) {
      this.#refusal = error;
      throw error;
    }
    return this.#compiled;
  }
}

/** What a template has printed; `context` is what `$context` has become, if the template could change it. */
interface RenderedTemplate {
  readonly output: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

interface LastRenderedTemplate {
  readonly output: string;
  readonly responseOverride?: Readonly<Record<string, unknown>>;
}
