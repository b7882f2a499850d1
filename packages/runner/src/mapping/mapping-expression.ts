import type { ContextValues } from "../context/request-context.js";

/** What the right side of a parameter mapping says: `method.request.path.id`, `stageVariables.x`, `'static'`. */
export type MappingSource =
  | { readonly kind: "static"; readonly value: string }
  | { readonly kind: "context"; readonly name: string }
  | { readonly kind: "stage-variable"; readonly name: string }
  /** Of the request, or of the integration's response for `header` and `multivalueheader`. */
  | { readonly kind: "parameter"; readonly location: ParameterLocation; readonly name: string }
  /** `path` is a JSONPath without its `$.`; the whole payload without one. */
  | { readonly kind: "body"; readonly path?: string }
  /** Nothing that the service knows: the mapping has no value. */
  | { readonly kind: "unknown"; readonly text: string };

export type ParameterLocation = "path" | "querystring" | "multivaluequerystring" | "header" | "multivalueheader";

/** Where the values of mapping expressions come from. */
export interface MappingInputs {
  readonly context: ContextValues;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** All values; of a location that the message does not have, none. */
  parameter(location: ParameterLocation, name: string): readonly string[];
  body(path: string | undefined): string | undefined;
}

const PARAMETER = /^(path|querystring|multivaluequerystring|header|multivalueheader)\.(.+)$/s;

/** `side` is what precedes parameters and body: `method.request`, `integration.response`. */
export function parseMappingSource(text: string, side: "method.request" | "integration.response"): MappingSource {
  const source = text.trim();
  if (source.length >= 2 && source.startsWith("'") && source.endsWith("'")) {
    return { kind: "static", value: source.slice(1, -1) };
  }
  if (source.startsWith("context.")) return { kind: "context", name: source.slice("context.".length) };
  if (source.startsWith("stageVariables.")) {
    return { kind: "stage-variable", name: source.slice("stageVariables.".length) };
  }
  if (!source.startsWith(`${side}.`)) return { kind: "unknown", text };
  const rest = source.slice(side.length + 1);
  if (rest === "body") return { kind: "body" };
  if (rest.startsWith("body.")) return { kind: "body", path: rest.slice("body.".length) };
  const [, location, name] = PARAMETER.exec(rest) ?? [];
  if (location === undefined || name === undefined) return { kind: "unknown", text };
  return { kind: "parameter", location: location as ParameterLocation, name };
}
