import { type CompiledTemplate, compile, isJson, type TemplateEvent, VtlRenderError } from "@apigw-vtl/compiler";
import { HostileEvents } from "@apigw-vtl/test-support";
import type { Schema } from "../src/prover/values/json-schema.js";
import { asAnswered } from "./service-answers.js";

/** How many of the requests are also looked at for texts that change the structure: it takes two renderings more. */
const LOOK_FOR_INJECTION = 8;

/**
 * The first of some hostile requests for which a template prints no JSON, or JSON whose structure a text changes, or (in
 * a form) something not encoded. `answer`: what a service answers, which the requests keep to.
 */
export function findBadOutput(template: string, output: "json" | "form", events: number, answer?: Schema): unknown {
  const compiled = compile(template);
  const hostile = new HostileEvents(template, template.length);
  for (let i = 0; i < events; i++) {
    const event = asAnswered(hostile.next(), answer);
    const printed = print(() => compiled.render(event).output);
    if (printed === undefined) continue;
    if (output === "form" ? printed.includes("a=b&c=d") : !isJson(printed)) return { event, printed };
    if (output === "json" && i % LOOK_FOR_INJECTION === 0 && isInjected(compiled, event))
      return { event, injected: printed };
  }
  return undefined;
}

/** What is printed; `undefined` where the service answers with an error of its own. */
function print<Printed>(render: () => Printed): Printed | undefined {
  try {
    return render();
  } catch (error) {
    if (error instanceof VtlRenderError) return undefined;
    throw error;
  }
}

/** Whether the same places print JSON of another structure when the texts of the request lose their odd characters. */
function isInjected(template: CompiledTemplate, event: TemplateEvent): boolean {
  const [was, tame] = [event, tamed(event)].map((one) => print(() => template.renderTraced(one)));
  if (was === undefined || tame === undefined || !isJson(was.output) || !isJson(tame.output)) return false;
  const [sites, sitesOfTame] = [was, tame].map(({ trace }) => trace.map(({ range }) => range.start).join());
  return sites === sitesOfTame && shapeOf(JSON.parse(was.output)) !== shapeOf(JSON.parse(tame.output));
}

function tamed(event: TemplateEvent): TemplateEvent {
  const body: unknown = typeof event.body === "string" ? JSON.parse(event.body) : undefined;
  const { headers, querystring, path, context } = mapTexts({ ...event, body: undefined }) as TemplateEvent;
  const texts = { ...event, headers, querystring, path, context } as TemplateEvent;
  return body === undefined ? texts : { ...texts, body: JSON.stringify(mapTexts(body)) };
}

function mapTexts(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[^A-Za-z0-9]/g, "_");
  if (Array.isArray(value)) return value.map(mapTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member)]));
}

/** Lists and objects without what the scalars and names in them are. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (typeof value !== "object" || value === null) return "0";
  return `{${Object.values(value).map(shapeOf).join()}}`;
}
