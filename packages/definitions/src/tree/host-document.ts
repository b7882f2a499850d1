import type { TemplateDiagnostic } from "../diagnostic.js";
import type { HostNode } from "./host-node.js";

/** A parsed YAML or JSON file. */
export interface HostDocument {
  /** Absent if nothing of the file could be read. */
  readonly root?: HostNode;
  /** What follows the first document of a YAML file. */
  readonly others?: readonly HostNode[];
  readonly problems: readonly Omit<TemplateDiagnostic, "file">[];
}

/** Nesting beyond this is refused: readers of trees recurse. */
export const DEEPEST_NESTING = 256;
