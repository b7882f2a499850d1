import type { TemplateFacts } from "@apigw-vtl/linter";

/**
 * Names that a template may override below `$context.responseOverride.header`, `$context.requestOverride.path` and the
 * others, by what the integration maps and the method declares.
 */
export function knownOverrides(
  [override, location]: readonly string[],
  { integration, method, response }: TemplateFacts,
): readonly string[] {
  if (override === "requestOverride") {
    return namesAfter(`integration.request.${location}.`, Object.keys(integration?.requestParameters ?? {}));
  }
  if (override !== "responseOverride" || location !== "header") return [];
  const responses = response ? [response] : (integration?.responses ?? []);
  const mapped = responses.flatMap(({ responseParameters }) => Object.keys(responseParameters));
  const declared = method?.responses.flatMap(({ headers }) => headers) ?? [];
  return [...new Set([...namesAfter("method.response.header.", mapped), ...declared])];
}

const namesAfter = (prefix: string, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
