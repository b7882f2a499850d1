import type { Interpolation } from "../map/literal.js";
import type { DefinitionPlace, TemplateSearch } from "../template-search.js";
import type { HostDocument } from "../tree/host-document.js";
import type { HostNode } from "../tree/host-node.js";
import { entryOf } from "../tree/lookup.js";
import { readJson } from "../tree/read-json.js";
import { readYaml } from "../tree/read-yaml.js";
import { findInCloudFormation } from "./cloudformation/find-in-cloudformation.js";
import { findByKey } from "./find-by-key.js";
import { findInOpenApi, isOpenApi } from "./openapi/find-in-openapi.js";
import { findInServerless, isServerless } from "./serverless/find-in-serverless.js";

/** Reads YAML or JSON: JSON where the text looks like it and parses, for its better errors and speed. */
export function readDocument(source: string, format: "yaml" | "json"): HostDocument {
  return format === "json" ? readJson(source) : readYaml(source);
}

/** Interpolations that a file's own text calls for. */
export function interpolationsOf(source: string): readonly Interpolation[] {
  return /\$\{(?:(?:self|opt|sls|param|custom|env):|file\()/.test(source) ? ["serverless"] : [];
}

/** Finds the templates of a parsed YAML or JSON file, whichever format it is. */
export function findInTree(root: HostNode, search: TemplateSearch, place: DefinitionPlace): void {
  if (isServerless(root)) findInServerless(root, search);
  else if (entryOf(root, "Resources") !== undefined) findInCloudFormation(root, "", search);
  if (isOpenApi(root)) findInOpenApi(root, place, search);
  findByKey(root, search);
}

/** Reads and searches `search`'s text. */
export function findInDocument(
  search: TemplateSearch,
  format: "yaml" | "json",
  place: DefinitionPlace = { address: "", apiType: "REST" },
): void {
  const { root, problems } = readDocument(search.context.source, format);
  for (const problem of problems) search.report(problem);
  if (root !== undefined) findInTree(root, search, place);
}
