import { compile, VtlRenderError } from "@apigw-vtl/compiler";
import { rememberedByKey } from "../../remembered.js";

const compiled = rememberedByKey((source: string) => compile(source));

/** What the service's own function prints for known texts; `undefined` if it fails. */
export function foldUtil(name: string, text: string): string | undefined {
  return render(`$util.${name}($stageVariables.t)`, { t: text });
}

/** What a method of a Java String with text arguments prints; `undefined` if it fails. */
export function foldMethod(name: string, text: string, args: readonly string[]): string | undefined {
  const names = args.map((_, index) => `a${index}`);
  const list = names.map((argument) => `$stageVariables.${argument}`).join(", ");
  const variables = Object.fromEntries(args.map((argument, index) => [names[index]!, argument]));
  return render(`$stageVariables.t.${name}(${list})`, { t: text, ...variables });
}

function render(source: string, stageVariables: Readonly<Record<string, string>>): string | undefined {
  try {
    return compiled(source).render({ stageVariables }).output;
  } catch (error) {
    if (error instanceof VtlRenderError) return undefined;
    throw error;
  }
}
