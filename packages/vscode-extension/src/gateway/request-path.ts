import { lastValue, type MultiValues } from "./multi-values.js";

const PARAMETER = /\{([^{}]+?)(\+?)\}/g;

/** A path of a route with values for its parameters, and the parameters for which there was none. */
export interface RequestPath {
  readonly path: string;
  readonly missing: readonly string[];
}

/**
 * Fills in the parameters of a resource's path. Templates see them as the client has encoded them, so a value that is
 * encoded stays as it is. A parameter without a value gets its own name: no path leads to the route without one.
 */
export function requestPath(resourcePath: string, values: MultiValues): RequestPath {
  const missing: string[] = [];
  const path = resourcePath.replace(PARAMETER, (_, name: string, greedy: string) => {
    const value = lastValue(values[name]);
    if (value === undefined || value === "") missing.push(name);
    const segments = (value || name).split(greedy === "" ? /(?!)/ : "/");
    return segments.map(encodeSegment).join("/");
  });
  return { path, missing };
}

const encodeSegment = (text: string): string =>
  text.replace(/%[0-9A-Fa-f]{2}|[^%]+|%/g, (part) =>
    // Half of a surrogate pair has no encoding.
    /^%../.test(part) ? part : encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd")),
  );
