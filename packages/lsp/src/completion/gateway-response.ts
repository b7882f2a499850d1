import { CompletionItemKind } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import type { Candidate } from "./candidate.js";
import { memberCandidates, type Surroundings, valueKeys } from "./members.js";
import { receiverAt } from "./receiver.js";
import type { CompletionSite } from "./site.js";

/** What gateway responses replace. They are no VTL: there are no braces, calls or directives. */
const ROOTS = ["context", "stageVariables", "method"];

/** What can be completed in the template of a gateway response. */
export function gatewayResponseCandidates(
  view: TemplateView,
  site: CompletionSite,
  around: Surroundings,
): readonly Candidate[] {
  if (site.kind === "root") {
    if (view.source[site.range.start - 1] !== "$") return [];
    return ROOTS.map((label) => ({ label, kind: CompletionItemKind.Module, detail: "API Gateway", rank: 0 }));
  }
  if (site.kind !== "member") return [];
  const receiver = receiverAt(view, site.dot, site.typed);
  if (receiver?.kind === "method") return memberCandidates(receiver, around);
  return receiver?.kind === "value" ? valueKeys(receiver, around) : [];
}
