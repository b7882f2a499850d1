/** The parameters in a resource's path, in order: `/a/{id}/{proxy+}` has `id` and `proxy`. */
export interface PathParameter {
  readonly name: string;
  /** Takes the rest of the path, slashes included. */
  readonly greedy: boolean;
}

const PARAMETER = /\{([^{}]+?)(\+?)\}/g;

export function pathParameters(resourcePath: string): readonly PathParameter[] {
  return [...resourcePath.matchAll(PARAMETER)].map(([, name = "", plus]) => ({ name, greedy: plus === "+" }));
}

/** The path of a request, with values in place of parameters and percent-encoded; one without a value stays as it is. */
export function buildPath(resourcePath: string, values: ReadonlyMap<string, string>): string {
  return resourcePath.replace(PARAMETER, (whole: string, name: string, plus: string) => {
    const value = values.get(name) ?? "";
    if (value === "") return whole;
    return plus === "+" ? value.split("/").map(encodeSegment).join("/") : encodeSegment(value);
  });
}

function encodeSegment(text: string): string {
  // A half of a surrogate pair has no encoding.
  return encodeURIComponent(text.toWellFormed());
}
