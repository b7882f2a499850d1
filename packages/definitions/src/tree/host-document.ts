import type { TemplateDiagnostic } from "../diagnostic.js";
import type { HostNode } from "./host-node.js";

/** A parsed YAML or JSON file. */
export interface HostDocument {
  /** Absent if nothing of the file could be read. */
  readonly root?: HostNode;
  /** What follows the first document of a YAML file. */
  readonly others?: readonly HostNode[];
  readonly problems: readonly Omit<TemplateDiagnostic, "file">[];
  /** Whether the parser was given another text, without what it does not take. */
  readonly isRepaired?: boolean;
}

/** Nesting beyond this is refused: readers of trees recurse. */
export const DEEPEST_NESTING = 256;
