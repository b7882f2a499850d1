import type { Interpolation } from "../map/literal.js";
import type { HostDocument } from "../tree/host-document.js";
import { readJson } from "../tree/read-json.js";
import { readYaml } from "../tree/read-yaml.js";

/** Reads YAML or JSON: JSON where the text looks like it and parses, for its better errors and speed. */
export function readDocument(source: string, format: "yaml" | "json"): HostDocument {
  return format === "json" ? readJson(source) : readYaml(source);
}

/** Interpolations that a file's own text calls for. */
export function interpolationsOf(source: string): readonly Interpolation[] {
  return /\$\{(?:(?:self|opt|sls|param|custom|env):|file\()/.test(source) ? ["serverless"] : [];
}
