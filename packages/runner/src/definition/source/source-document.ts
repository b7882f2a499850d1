import type { HostNode } from "@apigw-vtl/templates";

/** A file of a definition, parsed. */
export interface SourceDocument {
  readonly file: string;
  readonly text: string;
  readonly root: HostNode;
  /** Interpolations that every string of the file has. */
  readonly interpolations: readonly ("serverless" | "terraform" | "cfn-sub")[];
}

/** A node, and the file that its offsets refer to. */
export interface Located {
  readonly node: HostNode;
  readonly document: SourceDocument;
}
