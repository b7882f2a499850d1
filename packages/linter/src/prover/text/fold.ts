import { type CompiledTemplate, compile, VtlRenderError } from "@apigw-vtl/compiler";

const templates = new Map<string, CompiledTemplate>();

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
  let template = templates.get(source);
  if (template === undefined) {
    template = compile(source);
    templates.set(source, template);
  }
  try {
    return template.render({ stageVariables }).output;
  } catch (error) {
    if (error instanceof VtlRenderError) return undefined;
    throw error;
  }
}
