import type { TemplateHost } from "../../found-template.js";
import { searchTree } from "../../syntax-tree/search-tree.js";
import { TemplateSearch } from "../../template-search.js";
import type { HostDocument } from "../../tree/host-document.js";
import type { HostNode } from "../../tree/host-node.js";
import { type TerraformBlock, TerraformModule } from "./terraform-module.js";

/** A Terraform file: its blocks, and what `local.NAME` and `var.NAME` are in it. */
export interface TerraformDocument {
  readonly blocks: readonly TerraformBlock[];
  readonly values: ReadonlyMap<string, HostNode>;
  readonly problems: HostDocument["problems"];
}

/** Reads a Terraform file; `given` replaces the defaults of variables. Nothing of the parser stays in memory. */
export async function readTerraform(
  file: { readonly path: string; readonly text: string },
  host: TemplateHost,
  given: ReadonlyMap<string, string> = new Map(),
): Promise<TerraformDocument> {
  const search = new TemplateSearch(file.path, { source: file.text, interpolations: [], intrinsics: false });
  let found: Omit<TerraformDocument, "problems"> = { blocks: [], values: new Map() };
  await searchTree(search, "hcl", host, (root) => {
    const module = new TerraformModule(root, file.text, given);
    found = { blocks: module.blocks, values: module.readValues() };
  });
  return { ...found, problems: search.diagnostics };
}
