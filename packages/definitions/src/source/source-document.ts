import type { Interpolation } from "../map/literal.js";
import type { EmbeddedText } from "../map/segment.js";
import type { HostNode } from "../tree/host-node.js";
import type { OpenApiRoot } from "./openapi-root.js";

/** A file of a definition, parsed. */
export interface SourceDocument {
  readonly file: string;
  readonly text: string;
  readonly root: HostNode;
  /** Interpolations that every string of the file has. */
  readonly interpolations: readonly Interpolation[];
  /** The texts around `text` where it is itself embedded in the file, innermost first. */
  readonly layers?: readonly EmbeddedText[];
  /** A map of what its interpolations stand for (Terraform's `templatefile`). */
  readonly variables?: Located;
  /** The OpenAPI document that what is read of the file belongs to; `$ref`s are followed there only. */
  readonly openApi?: OpenApiRoot;
}

/** A node, and the file that its offsets refer to. */
export interface Located {
  readonly node: HostNode;
  readonly document: SourceDocument;
}
