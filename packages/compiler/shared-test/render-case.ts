import { compile, type DialectName, type TemplateEvent, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";

/** A case as the conformance files, the oracle and the generator have it. */
export interface TemplateCase extends TemplateEvent {
  readonly id: string;
  readonly template: string;
  readonly dialect?: DialectName;
  /** The line it was read from. */
  readonly source?: string;
}

export type Outcome = { readonly output: string } | { readonly error: string; readonly endedByLimit: boolean };

/** What we make of a case. Errors other than our own are bugs and pass through. */
export function renderCase(given: TemplateCase): Outcome {
  try {
    const compiled = compile(given.template, given.dialect === undefined ? {} : { dialect: given.dialect });
    return { output: compiled.render(given).output };
  } catch (error) {
    if (error instanceof VtlSyntaxError) return { error: error.message, endedByLimit: false };
    if (error instanceof VtlRenderError) return { error: error.message, endedByLimit: error.code.startsWith("limit-") };
    throw error;
  }
}
