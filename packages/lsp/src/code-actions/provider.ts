import type { Range } from "@apigw-vtl/compiler";
import type { TextEdit } from "@apigw-vtl/definitions";
import type { Finding } from "@apigw-vtl/linter";
import type { CodeActionKind, Command } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";

/** What an action is wanted for. */
export interface ActionContext {
  readonly view: TemplateView;
  /** The selection; empty for a cursor. */
  readonly range: Range;
  /** What the linter says about the selection. */
  readonly findings: readonly Finding[];
}

/** An action in terms of the template, or a command of the server with its arguments. */
export type ActionDraft = EditDraft | CommandDraft;

export interface CommandDraft {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly command: Command;
}

export interface EditDraft {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Apart from each other. */
  readonly edits: readonly TextEdit[];
  /** What it puts right. */
  readonly finding?: Finding;
  /** Whether it is the one to take if there is no time to choose. */
  readonly preferred?: boolean;
}

/** Offers actions of one kind. */
export interface ActionProvider {
  readonly kind: CodeActionKind;
  readonly provide: (context: ActionContext) => readonly ActionDraft[];
}
