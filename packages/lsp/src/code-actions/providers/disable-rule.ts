import type { TextEdit } from "@apigw-vtl/definitions";
import { applyTextEdits } from "@apigw-vtl/definitions";
import { type Finding, lint, rulesById } from "@apigw-vtl/linter";
import { CodeActionKind } from "vscode-languageserver-protocol";
import type { TemplateView } from "../../documents/template-view.js";
import { keepsOutput } from "../keeps-output.js";
import type { ActionDraft, ActionProvider } from "../provider.js";

/** Comments that switch a rule off: for the line, or for the template. */
export const disableRule: ActionProvider = {
  kind: CodeActionKind.QuickFix,
  provide: ({ view, findings }) => {
    const byRule = new Map(findings.filter(({ ruleId }) => rulesById.has(ruleId)).map((one) => [one.ruleId, one]));
    return [...byRule.values()].flatMap((finding) => actionsFor(finding, view));
  },
};

function actionsFor(finding: Finding, view: TemplateView): readonly ActionDraft[] {
  const { ruleId, range } = finding;
  const line = view.source.lastIndexOf("\n", range.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(view.source.slice(line))?.[0] ?? "";
  const here = insertion(line, `${indentation}## vtl-disable-next-line ${ruleId}\n`);
  const everywhere = insertion(0, `## vtl-disable-file ${ruleId}\n`);
  const kind = CodeActionKind.QuickFix;
  return [
    { title: `Disable ${ruleId} for this line`, kind, edits: [here], finding },
    { title: `Disable ${ruleId} in this template`, kind, edits: [everywhere], finding },
  ].filter(({ edits }) => silences(view, edits, finding) && isHarmless(view, edits, indentation));
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

/** A line may begin within a string or a directive, where a comment is none. */
function silences(view: TemplateView, edits: readonly TextEdit[], { ruleId }: Finding): boolean {
  const count = (findings: readonly Finding[]): number => findings.filter((one) => one.ruleId === ruleId).length;
  const { facts, config } = view;
  const after = lint({ source: applyTextEdits(view.source, edits), facts, settings: config });
  return count(after.findings) < count(view.lint.findings) && after.findings.length < view.lint.findings.length;
}

/** The blanks before the comment are printed; what is indented already does not mind. */
function isHarmless(view: TemplateView, edits: readonly TextEdit[], indentation: string): boolean {
  return indentation !== "" || keepsOutput(view, edits);
}
