import { folderOf } from "../../file-path.js";
import type { TerraformDocument } from "../../hosts/terraform/read-terraform.js";
import type { TerraformBlock } from "../../hosts/terraform/terraform-block.js";
import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Located, SourceDocument } from "../../source/source-document.js";
import type { HostNode } from "../../tree/host-node.js";
import { entryOf, pointerTo } from "../../tree/lookup.js";

/** A block with the file that it stands in. */
export interface Block extends TerraformBlock {
  readonly document: SourceDocument;
}

/** A call of a module, and the blocks of the module that calls it. */
export interface ModuleCall {
  readonly block: Block;
  readonly blocks: TerraformBlocks;
}

const REST_API = "aws_api_gateway_rest_api";

const MOST_STEPS = 64;

/** Before the address of a block of the module that calls this one. */
const CALLERS = "caller:";

/** The blocks of a module's files and the references between them. */
export class TerraformBlocks {
  private readonly byAddress: ReadonlyMap<string, Block>;
  private readonly values: ReadonlyMap<string, Located>;

  constructor(
    readonly all: readonly Block[],
    /** `local.NAME` and `var.NAME`. */
    values: ReadonlyMap<string, Located>,
    /** What it is called with counts instead of its variables' defaults. */
    private readonly call?: ModuleCall,
  ) {
    this.byAddress = new Map(all.map((block) => [block.address, block]));
    this.values = call === undefined ? values : new Map([...values, ...inputsOf(call.block)]);
  }

  /** The files that have blocks. */
  get documents(): readonly SourceDocument[] {
    return [...new Set(this.all.map(({ document }) => document))];
  }

  at(address: string): Block | undefined {
    if (address.startsWith(CALLERS)) return this.call?.blocks.at(address.slice(CALLERS.length));
    return this.byAddress.get(address);
  }

  /** What `local.NAME` or `var.NAME` is where it stands: in this module or in the one that calls it. */
  valueOf(name: string, { document }: Pick<Located, "document">): Located | undefined {
    return this.isCallers(document) ? this.call?.blocks.valueOf(name, { document }) : this.values.get(name);
  }

  /** An address, as a file writes it, for `at`. */
  addressFrom(address: string, { document }: Pick<Located, "document">): string {
    return this.isCallers(document) ? `${CALLERS}${address}` : address;
  }

  private isCallers({ file }: SourceDocument): boolean {
    return this.call !== undefined && folderOf(file) === folderOf(this.call.block.document.file);
  }

  ofType(type: string): Block[] {
    return this.all.filter((block) => block.kind === "resource" && block.type === type);
  }

  /** Those of a type that an API has, and those of an API that the module does not declare. */
  ofApi(type: string, api: string): Block[] {
    return this.ofType(type).filter((block) => {
      const owner = this.apiOf(block);
      return owner === undefined || owner === api || this.at(owner)?.type !== REST_API;
    });
  }

  /** Addresses of the REST APIs; one that is declared elsewhere is there if it has methods here, or others of `parts`. */
  restApis(parts: readonly string[] = ["aws_api_gateway_method"]): string[] {
    const declared = this.ofType(REST_API).map(({ address }) => address);
    const referred = parts.flatMap((type) => this.ofType(type)).flatMap((block) => this.apiOf(block) ?? []);
    return [...new Set([...declared, ...referred])];
  }

  /** The API that a block is of: `rest_api_id = aws_api_gateway_resource.pets.rest_api_id` is that of the resource. */
  apiOf(block: Block): string | undefined {
    return this.throughOthers(block, "rest_api_id");
  }

  /** What an attribute leads to in the end, by way of other blocks' attributes of that name; `end` is the type of the last. */
  throughOthers(block: Block, attribute: string, end?: string): string | undefined {
    let address = this.addressIn(block, attribute);
    for (let steps = 0; steps < MOST_STEPS && address !== undefined; steps++) {
      const next = this.at(address);
      if (next === undefined || next.type === end || entryOf(next.body, attribute) === undefined) break;
      address = this.addressIn(next, attribute);
    }
    return address;
  }

  /** The address that an attribute refers to (`aws_api_gateway_resource.pets`), declared or not. */
  addressIn(block: Block | undefined, attribute: string): string | undefined {
    const at = this.expressionIn(block, attribute);
    const address = addressOf(at?.node);
    return at && address && this.addressFrom(address, at);
  }

  /** Whether an attribute is the root resource of an API, wherever that is declared: `var.api_root_resource_id` says so too. */
  isRoot(block: Block | undefined, attribute: string): boolean {
    const node = this.expressionIn(block, attribute)?.node;
    return node?.kind === "expression" && /(?:\b|_)root_resource_id\W*$/.test(node.source);
  }

  /** An attribute's value; locals and variables are what they say. */
  private expressionIn(block: Block | undefined, attribute: string): Located | undefined {
    const node = block && entryOf(block.body, attribute)?.value;
    let at: Located | undefined = node && { node, document: block.document };
    for (let steps = 0; steps < 16 && at?.node.kind === "expression"; steps++) {
      const value: Located | undefined = this.valueOf(at.node.source.replace(/\s+/g, ""), at);
      if (value === undefined) break;
      at = value;
    }
    return at;
  }

  /** The block that an attribute refers to. */
  referred(block: Block | undefined, attribute: string): Block | undefined {
    const address = this.addressIn(block, attribute);
    return address === undefined ? undefined : this.at(address);
  }
}

/** The blocks of a module. Where files say something twice the last one counts. */
export function blocksOf(files: readonly TerraformDocument[], call?: ModuleCall): TerraformBlocks {
  const all = files.flatMap(({ blocks, document }) => blocks.map((block) => ({ ...block, document })));
  const values = files.flatMap(({ values: own, document }) =>
    Array.from(own, ([name, node]) => [name, { node, document }] as const),
  );
  return new TerraformBlocks(all, new Map(values), call);
}

const inputsOf = ({ body, document }: Block): (readonly [string, Located])[] =>
  body.entries.map(({ key, value }) => [`var.${key}`, { node: value, document }] as const);

/** The block that an expression such as `aws_api_gateway_method.get.http_method` begins with. */
export function addressOf(node: HostNode | undefined): string | undefined {
  if (node?.kind !== "expression") return undefined;
  return /^((?:data\.)?\w+\.[\w-]+)\b/.exec(node.source.replace(/\s+/g, ""))?.[1];
}

/** `pets` of `aws_api_gateway_rest_api.pets`. */
export const nameOf = (address: string): string => address.replace(/^[^.]*\./, "");

/** A block's attributes, resolved. */
export function bodyOf(block: Block, evaluation: Evaluation): Declared {
  return new Declared(block.body, block.document, evaluation, block.pointer ?? pointerTo("", block.address));
}
