import {
  renderTraced,
  type TemplateEvent,
  type TracedResult,
  VtlRenderError,
  VtlSyntaxError,
} from "@apigw-vtl/compiler";
import type { TemplateView } from "../documents/template-view.js";

/** What rendering a template gave. */
export type Rendered =
  | { readonly status: "rendered"; readonly result: TracedResult }
  | { readonly status: "failed"; readonly error: VtlRenderError }
  /** The template does not compile. */
  | { readonly status: "refused" };

/** An editor renders with each keystroke: a template that does not end soon is not worth waiting for. */
const LIMITS = { output: 4_000_000, steps: 2_000_000 };

/** Renders a view's template; a gateway response is no VTL and prints itself. */
export function renderView(view: TemplateView, event: TemplateEvent): Rendered {
  const { source, config } = view;
  try {
    return { status: "rendered", result: renderTraced(source, event, { dialect: config.dialect, limits: LIMITS }) };
  } catch (error) {
    if (error instanceof VtlSyntaxError) return { status: "refused" };
    if (error instanceof VtlRenderError) return { status: "failed", error };
    throw error;
  }
}
