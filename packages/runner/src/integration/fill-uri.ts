import { encodeInUrl } from "../request/query-string.js";

/**
 * The integration's URI with `${stageVariables.x}` (empty if missing) and `{name}` filled in. Only mapped path
 * parameters count, not those of the method's own path; one that is not mapped stays as it is.
 */
export function fillUri(
  uri: string,
  path: ReadonlyMap<string, string>,
  stageVariables: Readonly<Record<string, string>>,
): string {
  const staged = uri.replace(/\$\{stageVariables\.([^}]*)\}/g, (_, name: string) =>
    Object.hasOwn(stageVariables, name) ? (stageVariables[name] ?? "") : "",
  );
  return staged.replace(/\{([^{}]+)\}/g, (braces, name: string) => {
    const value = path.get(name.endsWith("+") ? name.slice(0, -1) : name);
    return value === undefined ? braces : encodeInUrl(value);
  });
}
