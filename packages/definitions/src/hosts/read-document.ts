import { withoutSequences } from "../holes/document-sequences.js";
import type { Interpolation } from "../map/literal.js";
import type { HostDocument } from "../tree/host-document.js";
import type { HostNode } from "../tree/host-node.js";
import { entryOf, valueAt } from "../tree/lookup.js";
import { readJson } from "../tree/read-json.js";
import { readYaml } from "../tree/read-yaml.js";

/** Reads YAML or JSON; one that is no such document until `templatefile()` has filled it in, as it may then be. */
export function readDocument(source: string, format: "yaml" | "json"): HostDocument {
  const asItIs = format === "json" ? readJson(source) : readYaml(source);
  if (asItIs.problems.length === 0 || !/[$%]\{/.test(source)) return asItIs;
  const { text, expressions } = withoutSequences(source, format);
  const filledIn = format === "json" ? readJson(text, expressions) : readYaml(text);
  return filledIn.problems.length === 0 ? { ...filledIn, isRepaired: true } : asItIs;
}

/** Interpolations that a file's own text calls for. */
export function interpolationsOf(source: string): readonly Interpolation[] {
  return /\$\{(?:(?:self|opt|sls|param|custom|env):|file\()/.test(source) ? ["serverless"] : [];
}

/** Whether a tree is an OpenAPI 2 or 3 document. */
export function isOpenApi(root: HostNode): boolean {
  return (
    entryOf(root, "paths") !== undefined || /^\d/.test(String(scalarOf(root, "swagger") ?? scalarOf(root, "openapi")))
  );
}

const scalarOf = (root: HostNode, key: string): unknown => {
  const value = valueAt(root, key);
  return value?.kind === "scalar" ? value.value : undefined;
};

/** Whether a tree is a Serverless framework service. */
export function isServerless(root: HostNode): boolean {
  return entryOf(root, "service") !== undefined && entryOf(root, "provider") !== undefined;
}
