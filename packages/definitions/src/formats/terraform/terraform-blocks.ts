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

/** The blocks of a module's files and the references between them. */
export class TerraformBlocks {
  private readonly byAddress: ReadonlyMap<string, Block>;

  constructor(
    readonly all: readonly Block[],
    /** `local.NAME` and `var.NAME`. */
    readonly values: ReadonlyMap<string, Located>,
  ) {
    this.byAddress = new Map(all.map((block) => [block.address, block]));
  }

  at(address: string): Block | undefined {
    return this.byAddress.get(address);
  }

  ofType(type: string): Block[] {
    return this.all.filter((block) => block.kind === "resource" && block.type === type);
  }

  /** Addresses of the REST APIs; one that is declared elsewhere is there if it has methods here. */
  restApis(): string[] {
    const declared = this.ofType("aws_api_gateway_rest_api").map(({ address }) => address);
    const referred = this.ofType("aws_api_gateway_method").flatMap(
      (block) => this.addressIn(block, "rest_api_id") ?? [],
    );
    return [...new Set([...declared, ...referred])];
  }

  /** The address that an attribute refers to (`aws_api_gateway_resource.pets`), declared or not. */
  addressIn(block: Block | undefined, attribute: string): string | undefined {
    return addressOf(this.expressionIn(block, attribute));
  }

  /** Whether an attribute is the root resource of an API, wherever that is declared. */
  isRoot(block: Block | undefined, attribute: string): boolean {
    const node = this.expressionIn(block, attribute);
    return node?.kind === "expression" && /\broot_resource_id\W*$/.test(node.source);
  }

  /** An attribute's value; locals and variables are what they say. */
  private expressionIn(block: Block | undefined, attribute: string): HostNode | undefined {
    let node = block && entryOf(block.body, attribute)?.value;
    for (let steps = 0; steps < 16 && node?.kind === "expression"; steps++) {
      const value: Located | undefined = this.values.get(node.source.replace(/\s+/g, ""));
      if (value === undefined) break;
      node = value.node;
    }
    return node;
  }

  /** The block that an attribute refers to. */
  referred(block: Block | undefined, attribute: string): Block | undefined {
    const address = this.addressIn(block, attribute);
    return address === undefined ? undefined : this.byAddress.get(address);
  }
}

/** The blocks of a module. Where files say something twice the last one counts. */
export function blocksOf(files: readonly TerraformDocument[]): TerraformBlocks {
  const all = files.flatMap(({ blocks, document }) => blocks.map((block) => ({ ...block, document })));
  const values = files.flatMap(({ values: own, document }) =>
    Array.from(own, ([name, node]) => [name, { node, document }] as const),
  );
  return new TerraformBlocks(all, new Map(values));
}

/** The block that an expression such as `aws_api_gateway_method.get.http_method` begins with. */
function addressOf(node: HostNode | undefined): string | undefined {
  if (node?.kind !== "expression") return undefined;
  return /^((?:data\.)?\w+\.[\w-]+)\b/.exec(node.source.replace(/\s+/g, ""))?.[1];
}

/** `pets` of `aws_api_gateway_rest_api.pets`. */
export const nameOf = (address: string): string => address.replace(/^[^.]*\./, "");

/** A block's attributes, resolved. */
export function bodyOf(block: Block, evaluation: Evaluation): Declared {
  return new Declared(block.body, block.document, evaluation, pointerTo("", block.address));
}
