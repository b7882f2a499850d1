import type { TemplateHost } from "../../found-template.js";
import type { SourceDocument } from "../../source/source-document.js";
import { searchTree } from "../../syntax-tree/search-tree.js";
import { TemplateSearch } from "../../template-search.js";
import type { HostDocument } from "../../tree/host-document.js";
import type { HostNode } from "../../tree/host-node.js";
import { type TerraformBlock, TerraformModule } from "./terraform-module.js";

/** A Terraform file: its blocks, and what `local.NAME` and `var.NAME` are in it. */
export interface TerraformDocument {
  /** Its root is a map of the blocks by address. */
  readonly document: SourceDocument;
  readonly blocks: readonly TerraformBlock[];
  readonly values: ReadonlyMap<string, HostNode>;
  readonly problems: HostDocument["problems"];
}

/** Reads a Terraform file; `given` replaces the defaults of variables. Nothing of the parser stays in memory. */
export async function readTerraform(
  { path, text }: { readonly path: string; readonly text: string },
  host: TemplateHost,
  given: ReadonlyMap<string, string> = new Map(),
): Promise<TerraformDocument> {
  const search = new TemplateSearch(path, { source: text, interpolations: [], intrinsics: false });
  let blocks: readonly TerraformBlock[] = [];
  let values: ReadonlyMap<string, HostNode> = new Map();
  await searchTree(search, "hcl", host, (root) => {
    const module = new TerraformModule(root, text, given);
    blocks = module.blocks;
    values = module.readValues();
  });
  const entries = blocks.map(({ address, body }) => ({ key: address, keyRange: body, value: body }));
  const root: HostNode = { kind: "map", entries, start: 0, end: text.length };
  return { document: { file: path, text, root, interpolations: [] }, blocks, values, problems: search.diagnostics };
}
