import type { TextEdit } from "@apigw-vtl/definitions";
import type { Level } from "@apigw-vtl/linter";
import type { LineRange } from "../../project/project-files.js";

/** The worst first. */
export const LEVELS = ["error", "warning", "info"] as const satisfies readonly Level[];

/** An edit of the file that holds the template, with the lines and columns of what it replaces. */
export interface HostEdit extends TextEdit, LineRange {}

/** Edits of the file that holds the template, ordered and apart. */
export interface HostFix {
  readonly edits: readonly HostEdit[];
  readonly safe: boolean;
}

/** A change that a person has to choose. */
export interface HostSuggestion {
  readonly title: string;
  readonly edits: readonly HostEdit[];
}

/** A finding where the user sees it: in the file that holds the template. Offsets are those of the file. */
export interface HostFinding extends LineRange {
  readonly ruleId: string;
  readonly level: Level;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** Where in the file the template is; empty of a template file. */
  readonly address: string;
  /** The template's line that the finding begins in, without its indentation: it tells the finding from others. */
  readonly excerpt: string;
  /** Absent too if the file cannot express the change. */
  readonly fix?: HostFix;
  readonly suggestions?: readonly HostSuggestion[];
}

/** A finding that a comment, the configuration or the baseline switched off. */
export interface SuppressedHostFinding extends HostFinding {
  readonly suppressedBy: "comment" | "config" | "baseline";
  readonly reason?: string;
}
