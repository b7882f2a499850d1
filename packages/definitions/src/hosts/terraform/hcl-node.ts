import type { Node } from "web-tree-sitter";
import type { TextRange } from "../../map/piece.js";

/**
 * A node of a Terraform file's tree. What is asked of the parser crosses into WebAssembly, which takes longer than parsing
 * if it is asked again and again: this keeps it.
 */
export class HclNode {
  readonly type: string;
  readonly start: number;
  private knownEnd: number | undefined;
  private knownChildren: readonly HclNode[] | undefined;

  constructor(
    private readonly node: Node,
    private readonly source: string,
  ) {
    this.type = node.type;
    this.start = node.startIndex;
  }

  get end(): number {
    this.knownEnd ??= this.node.endIndex;
    return this.knownEnd;
  }

  get range(): TextRange {
    return { start: this.start, end: this.end };
  }

  get text(): string {
    return this.source.slice(this.start, this.end);
  }

  /** The named ones, without comments. */
  get children(): readonly HclNode[] {
    this.knownChildren ??= this.node.namedChildren
      .map((child) => new HclNode(child, this.source))
      .filter(({ type }) => type !== "comment");
    return this.knownChildren;
  }
}
