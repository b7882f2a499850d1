/**
 * The steps of a JSONPath that names one node: `$.Items[0].id` is `["Items", "0", "id"]`, `name` is `["name"]`.
 * `undefined` for paths with wildcards, filters and the like, and for broken ones.
 */
export function stepsOfJsonPath(path: string): readonly string[] | undefined {
  const rest = path.startsWith("$") ? path.slice(1) : `.${path}`;
  const step = /\.([^.[\]()*?@\s'",:]+)|\[\s*'([^']*)'\s*\]|\[\s*"([^"]*)"\s*\]|\[\s*(\d+)\s*\]/y;
  const steps: string[] = [];
  while (step.lastIndex < rest.length) {
    const match = step.exec(rest);
    if (!match) return undefined;
    steps.push((match[1] ?? match[2] ?? match[3] ?? match[4])!);
  }
  return steps;
}
