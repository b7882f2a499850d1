import type { TerraformBlock } from "../../hosts/terraform/terraform-module.js";
import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { Located, SourceDocument } from "../../source/source-document.js";
import type { HostNode } from "../../tree/host-node.js";
import { entryOf } from "../../tree/lookup.js";

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

  /** The address that an attribute refers to (`aws_api_gateway_resource.pets`), declared or not. */
  addressIn(block: Block | undefined, attribute: string): string | undefined {
    return addressOf(block && entryOf(block.body, attribute)?.value);
  }

  /** The block that an attribute refers to. */
  referred(block: Block | undefined, attribute: string): Block | undefined {
    const address = this.addressIn(block, attribute);
    return address === undefined ? undefined : this.byAddress.get(address);
  }
}

/** The block that an expression such as `aws_api_gateway_method.get.http_method` begins with. */
function addressOf(node: HostNode | undefined): string | undefined {
  if (node?.kind !== "expression") return undefined;
  return /^((?:data\.)?\w+\.[\w-]+)\b/.exec(node.source.replace(/\s+/g, ""))?.[1];
}

/** A block's attributes, resolved. */
export function bodyOf(block: Block, evaluation: Evaluation): Declared {
  return new Declared(block.body, block.document, evaluation);
}
