import { type Overrides, VtlRenderError } from "@apigw-vtl/compiler";
import { placeText } from "../report/failure-text.js";
import { emptyEvent, readEventJson } from "../run/read-event-text.js";
import { type NamedTemplate, readTemplate, type TestEvent } from "./tested.js";

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
  return renderNamed(await readTemplate(template), event);
}

/** The same for a template of a definition, by its route: `renderRoute("template.yaml", "POST /orders response 200", event)`. */
export function renderRoute(definition: string, route: string, event?: TestEvent): Promise<RenderedTemplate> {
  return render(`${definition}#${route}`, event);
}

/** Renders a template that was read. Throws as `render` rejects, with the line of the template. */
export function renderNamed({ template, lineOf, rendered }: NamedTemplate, event?: TestEvent): RenderedTemplate {
  const { compiled } = template;
  try {
    const { output, overrides } = compiled.render(
      event === undefined ? emptyEvent(template) : readEventJson(JSON.stringify(event), template),
    );
    return { output, overrides, json: (): unknown => JSON.parse(output) };
  } catch (error) {
    if (!(error instanceof VtlRenderError)) throw error;
    const at = placeText(template.placeOf(error.range), lineOf);
    throw new VtlRenderError({ ...error, message: `${error.message}\nat ${at}`, cause: error.cause });
  } finally {
    rendered?.();
  }
}
