import type { Overrides } from "@apigw-vtl/compiler";
import { eventOf } from "../run/run-template-case.js";
import { caseOf, readTemplate, type TestEvent } from "./tested.js";

/** What a template has printed. */
export interface RenderedTemplate {
  readonly output: string;
  /** What it has put below `$context.requestOverride` and `$context.responseOverride`. */
  readonly overrides: Overrides;
  /** The output as JSON. Throws if it is none. */
  json(): unknown;
}

/**
 * Renders a template with an event: the path of its file, or `template.yaml#POST /orders request` for one within a definition,
 * which is rendered as it is deployed. Rejects with a VtlSyntaxError or VtlRenderError where the service would fail.
 */
export async function render(template: string, event?: TestEvent): Promise<RenderedTemplate> {
  const named = await readTemplate(template);
  const { output, overrides } = named.template.compiled.render(
    await eventOf(caseOf(event), named.template, "", named.host),
  );
  return { output, overrides, json: (): unknown => JSON.parse(output) };
}

/** The same for a template of a definition, by its route: `renderRoute("template.yaml", "POST /orders response 200", event)`. */
export function renderRoute(definition: string, route: string, event?: TestEvent): Promise<RenderedTemplate> {
  return render(`${definition}#${route}`, event);
}
