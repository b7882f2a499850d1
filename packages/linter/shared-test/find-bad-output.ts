import { compile, VtlRenderError } from "@apigw-vtl/compiler";
import { HostileEvents } from "./hostile-events.js";

/** The first of some hostile requests for which a template prints no JSON, or (in a form) something not encoded. */
export function findBadOutput(template: string, output: "json" | "form", events: number): unknown {
  const compiled = compile(template);
  const hostile = new HostileEvents(template, template.length);
  for (let i = 0; i < events; i++) {
    const event = hostile.next();
    try {
      const printed = compiled.render(event).output;
      if (output === "form" ? printed.includes("a=b&c=d") : !isJson(printed)) return { event, printed };
    } catch (error) {
      // The service answers with an error of its own: nothing is printed.
      if (!(error instanceof VtlRenderError)) throw error;
    }
  }
  return undefined;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
