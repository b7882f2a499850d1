import type { CompletionItemKind } from "vscode-languageserver-protocol";

/** Something that can be completed, before it is known how the client and the file want it. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Its type, or where it is from. */
  readonly detail?: string;
  /** Default: the label. */
  readonly text?: string;
  /** LSP snippet, where the client knows them and the file can hold it. */
  readonly snippet?: string;
  /** What the client filters by; default: the label. */
  readonly filter?: string;
  /** The lower, the higher up in the list; see `in-order.ts`. */
  readonly rank: number;
  /** Where the documentation is found when it is asked for; see `documentation.ts`. */
  readonly topic?: string;
  readonly documentation?: string;
}
