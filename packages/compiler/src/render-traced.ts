import { type CompileOptions, compile, type TracedResult } from "./compile.js";
import type { RenderOptions } from "./runtime/operations/render.js";
import type { TemplateEvent } from "./runtime/roots/event.js";

/** Compiles and renders once, with the places in the template that printed each part of the output. */
export function renderTraced(
  source: string,
  event: TemplateEvent,
  options: CompileOptions & RenderOptions = {},
): TracedResult {
  return compile(source, options).renderTraced(event, options);
}
