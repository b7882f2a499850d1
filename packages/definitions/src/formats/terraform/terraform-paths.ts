import { placeholderFor } from "../../holes/placeholder.js";
import type { Evaluation } from "../../source/evaluation.js";
import { entryOf } from "../../tree/lookup.js";
import { type Block, bodyOf, type TerraformBlocks } from "./terraform-blocks.js";

const MOST_STEPS = 64;

/** What the resources of a module that make up paths are for the blocks that name them. */
export class TerraformPaths {
  constructor(
    private readonly blocks: TerraformBlocks,
    private readonly evaluation: Evaluation,
  ) {}

  /** What `resource_id` leads to in the end: `resource_id = aws_api_gateway_method.x.resource_id` is allowed. */
  resourceOf(block: Block): string | undefined {
    return this.blocks.throughOthers(block, "resource_id");
  }

  /** The path of the method that a block belongs to; where nothing tells the root, or (inspected) the empty text. */
  of(block: Block): string {
    const parts: string[] = [];
    let attribute = "resource_id";
    let current: Block | undefined = block;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const address: string | undefined = this.blocks.addressIn(current, attribute);
      if (this.blocks.isRoot(current, attribute)) break;
      if (address === undefined) return this.evaluation.policy === "inspect" ? "" : `/${parts.toReversed().join("/")}`;
      const target: Block | undefined = this.blocks.at(address);
      const body = target && bodyOf(target, this.evaluation);
      const whole = target?.kind === "data" ? body?.get("path")?.text() : undefined;
      const given = this.evaluation.parameters.get(address) ?? whole;
      if (given !== undefined) {
        parts.push(
          ...given
            .split("/")
            .filter((part) => part !== "")
            .toReversed(),
        );
        break;
      }
      if (body === undefined || target === undefined || target.kind === "module") {
        return this.unknown(address, block, parts);
      }
      const part = body.get("path_part");
      if (part !== undefined) parts.push(part.text() ?? placeholderFor("path_part", false));
      attribute = entryOf(target.body, "parent_id") === undefined ? "resource_id" : "parent_id";
      current = target;
    }
    return `/${parts.toReversed().join("/")}`;
  }

  /** Below a resource of another module: the user can say where that is. */
  private unknown(address: string, block: Block, parts: readonly string[]): string {
    if (this.evaluation.policy === "inspect") return "";
    const message = `${address} is not in these files; ${block.address} is taken to lie below the root of the API`;
    const hint = `name the folder of the whole module, or say --parameter '${address}=/v1/api'`;
    this.evaluation.report("definition-unresolved", bodyOf(block, this.evaluation), message, hint);
    return `/${parts.toReversed().join("/")}`;
  }
}
