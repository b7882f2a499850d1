import type { Range } from "@apigw-vtl/compiler";
import type { TextEdit } from "@apigw-vtl/definitions";
import {
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  type Command,
  type Diagnostic,
} from "vscode-languageserver-protocol";
import { APPLY_EDIT_COMMAND } from "../commands/apply-edit.js";
import type { TemplateView } from "../documents/template-view.js";
import type { Client } from "../server/client.js";
import { inDocument } from "../server/template-request.js";
import type { ActionDraft, ActionProvider } from "./provider.js";
import { commaGuard } from "./providers/comma-guard.js";
import { disableRule } from "./providers/disable-rule.js";
import { escapeValue } from "./providers/escape-value.js";
import { extractVariable } from "./providers/extract-variable.js";
import { fixAll } from "./providers/fix-all.js";
import { fixes } from "./providers/fixes.js";
import { proveTemplate, renderTemplate } from "./providers/run-command.js";

/** In the order in which a menu shows them. */
const providers: readonly ActionProvider[] = [
  fixes,
  disableRule,
  escapeValue,
  commaGuard,
  extractVariable,
  fixAll,
  renderTemplate,
  proveTemplate,
];

/** Listed unasked too, for clients without commands of their own. */
const runsCommand: ReadonlySet<ActionProvider> = new Set([renderTemplate, proveTemplate]);

/** Fixes of findings, and changes that nobody asked for. */
export const codeActionFeature = inDocument(CodeActionRequest.type, {
  capabilities: ({ codeActionLiterals }) => ({
    codeActionProvider: codeActionLiterals
      ? { codeActionKinds: [...new Set(providers.map(({ kind }) => kind))] }
      : true,
  }),
  provide: ({ views, params, services }) => {
    // Two templates may have one text, as with an alias of YAML; and what a rule suggests may be what a refactoring does.
    const distinct = new Map<string, CodeAction>();
    for (const action of views.flatMap((view) => actionsOf(view, params, services.client))) {
      const key = JSON.stringify(action.edit ?? action.command);
      if (!distinct.has(key)) distinct.set(key, action);
    }
    const actions = [...distinct.values()];
    return services.client.codeActionLiterals ? actions : actions.map(asCommand);
  },
});

/** For clients of before LSP 3.8, which know commands alone. */
function asCommand({ title, edit, command }: CodeAction): Command {
  return command ?? { title, command: APPLY_EDIT_COMMAND, arguments: [edit] };
}

function actionsOf(view: TemplateView, params: CodeActionParams, client: Client): CodeAction[] {
  if (!view.isMappingTemplate) return [];
  const { only, diagnostics } = params.context;
  const range = view.toTemplateRange(params.range);
  const asksForAll = only === undefined && range !== undefined && !client.commands.has("vtl.renderWithSample");
  return providers
    .filter((provider) => isWanted(provider.kind, only) || (asksForAll && runsCommand.has(provider)))
    .flatMap(({ kind, provide }) => {
      // Actions of the source are for the whole template, wherever the cursor is.
      if (kind.startsWith("source.")) return provide({ view, range: view.tree.range, findings: [] });
      return range
        ? provide({ view, range, findings: view.lint.findings.filter((one) => touches(one.range, range)) })
        : [];
    })
    .flatMap((draft) => toCodeAction(draft, view, diagnostics));
}

/** `only: ["refactor"]` asks for `refactor.extract` as well; without `only` nothing is done to the whole source. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return !kind.startsWith("source.");
  return only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function toCodeAction(draft: ActionDraft, view: TemplateView, known: readonly Diagnostic[]): CodeAction[] {
  if ("command" in draft) return [draft];
  const edits = view.editsToDocument(draft.edits.map((edit) => withLineEndsOf(view, edit)));
  // The host cannot say this.
  if (edits === undefined || edits.length === 0) return [];
  const { title, kind, finding, preferred } = draft;
  const diagnostics = known.filter(({ code, message }) => code === finding?.ruleId && message === finding?.message);
  return [
    {
      title,
      kind,
      edit: { changes: { [view.uri]: edits } },
      ...(diagnostics.length > 0 && { diagnostics }),
      ...(preferred && { isPreferred: true }),
    },
  ];
}

/** Not every editor makes the line ends of an edit those of the file. */
function withLineEndsOf({ source }: TemplateView, edit: TextEdit): TextEdit {
  return source.includes("\r\n") ? { ...edit, newText: edit.newText.replace(/\r?\n/g, "\r\n") } : edit;
}
