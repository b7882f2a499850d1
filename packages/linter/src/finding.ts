import type { Range } from "@apigw-vtl/compiler";
import type { Fix, Level, Suggestion } from "./rule.js";

/** Something wrong with a template. Ranges are offsets into the template's text. */
export interface Finding {
  /** A rule's id, a syntax code of the compiler, or one of the linter's own (`unused-suppression`). */
  readonly ruleId: string;
  readonly level: Level;
  readonly message: string;
  readonly range: Range;
  readonly fix?: Fix;
  readonly suggestions?: readonly Suggestion[];
}

/** A finding that a comment or the configuration switched off. */
export interface SuppressedFinding extends Finding {
  readonly suppressedBy: "comment" | "config";
  /** What stands after `--` in the comment. */
  readonly reason?: string;
}
