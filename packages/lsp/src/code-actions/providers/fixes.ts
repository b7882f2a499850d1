import type { TextEdit } from "@apigw-vtl/definitions";
import type { Finding, TextEdit as LintEdit } from "@apigw-vtl/linter";
import { CodeActionKind } from "vscode-languageserver-protocol";
import type { TemplateView } from "../../documents/template-view.js";
import type { ActionDraft, ActionProvider } from "../provider.js";

/** Every fix and every suggestion of the linter. */
export const fixes: ActionProvider = {
  kind: CodeActionKind.QuickFix,
  provide: ({ view, findings }) => findings.flatMap((finding) => actionsFor(finding, view)),
};

function actionsFor(finding: Finding, view: TemplateView): readonly ActionDraft[] {
  const { fix, suggestions = [] } = finding;
  const kind = CodeActionKind.QuickFix;
  const own: ActionDraft[] = [];
  if (fix) {
    const note = fix.safe ? "" : " (may change the output)";
    const title = `${titleOf(fix.edits, view)}${note}`;
    own.push({ title, kind, edits: fix.edits.map(toTextEdit), finding, preferred: fix.safe });
  }
  return [...own, ...suggestions.map(({ title, edits }) => ({ title, kind, edits: edits.map(toTextEdit), finding }))];
}

export function toTextEdit({ range, text }: LintEdit): TextEdit {
  return { start: range.start, end: range.end, newText: text };
}

const LONGEST = 60;

/** Says what will be there, which is more than the rule's name says. */
function titleOf(edits: readonly LintEdit[], view: TemplateView): string {
  const [edit, ...more] = edits;
  if (edit === undefined || more.length > 0) return `Fix ${edits.length} places`;
  const before = short(view.text(edit.range));
  if (edit.text === "") return `Remove ${before}`;
  return edit.range.start === edit.range.end ? `Insert ${short(edit.text)}` : `Replace by ${short(edit.text)}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
