import type { TemplateDiagnostic } from "../../diagnostic.js";
import type { TemplateHost } from "../../found-template.js";
import type { SourceDocument } from "../../source/source-document.js";
import { searchTree } from "../../syntax-tree/search-tree.js";
import type { HostDocument } from "../../tree/host-document.js";
import type { HostNode } from "../../tree/host-node.js";
import { HclNode } from "./hcl-node.js";
import { asAttributes, blocksByThemselves, type ReadablePart, withoutParts } from "./readable-parts.js";
import type { TerraformBlock } from "./terraform-block.js";
import { TerraformModule } from "./terraform-module.js";

/** A Terraform file: its blocks, and what `local.NAME` and `var.NAME` are in it. */
export interface TerraformDocument {
  /** Its root is a map of the blocks by address. */
  readonly document: SourceDocument;
  readonly blocks: readonly TerraformBlock[];
  readonly values: ReadonlyMap<string, HostNode>;
  readonly problems: HostDocument["problems"];
}

/** More broken blocks than somebody types at once. */
const MOST_BROKEN = 8;

/** Values of variables from outside of a module. */
export interface GivenVariables {
  /** Texts that count instead of defaults, by name. */
  readonly given?: ReadonlyMap<string, string>;
  /** Names of those that calls of the module say: what refers to them is left to whoever knows the call. */
  readonly inputs?: ReadonlySet<string>;
}

/** Reads a Terraform file. Nothing of the parser stays in memory. */
export async function readTerraform(
  { path, text }: { readonly path: string; readonly text: string },
  host: TemplateHost,
  variables: GivenVariables = {},
): Promise<TerraformDocument> {
  const source = asAttributes(text);
  const read = (part: string) => readPart(part, host, variables);
  const whole = await read(source);
  const parts = whole.problems.some(isSyntax) ? await readApart(source, read) : [whole];
  const blocks = parts.flatMap((part) => part.blocks).sort((one, other) => one.body.start - other.body.start);
  const entries = blocks.map(({ address, body }) => ({ key: address, keyRange: body, value: body }));
  const root: HostNode = { kind: "map", entries, start: 0, end: text.length };
  return {
    document: { file: path, text, root, interpolations: [] },
    blocks,
    values: new Map(parts.flatMap(({ values }) => [...values])),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

type Read = Pick<TerraformDocument, "blocks" | "values" | "problems">;

const isSyntax = ({ code }: Pick<TemplateDiagnostic, "code">): boolean => code === "host-syntax";

/** The blocks that are whole together, since they may be many, and each broken one by itself. */
async function readApart(source: string, read: (text: string) => Promise<Read>): Promise<Read[]> {
  const broken: { readonly part: ReadablePart; readonly found: Read }[] = [];
  for (const part of blocksByThemselves(source)) {
    if (broken.length >= MOST_BROKEN) break;
    const found = await read(part.text);
    if (found.problems.some(isSyntax)) broken.push({ part, found });
  }
  const rest = withoutParts(
    source,
    broken.map(({ part }) => part),
  );
  return [await read(rest), ...broken.map(({ found }) => found)];
}

async function readPart(text: string, host: TemplateHost, { given, inputs }: GivenVariables): Promise<Read> {
  let found: Pick<Read, "blocks" | "values"> = { blocks: [], values: new Map() };
  const problems = await searchTree(text, "hcl", host, (root) => {
    const module = new TerraformModule(new HclNode(root, text), text, given, inputs);
    found = { blocks: module.blocks, values: module.readValues() };
  });
  return { ...found, problems };
}
