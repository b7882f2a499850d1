import type { Member } from "@apigw-vtl/compiler";
import {
  MarkupKind,
  type SignatureHelp,
  SignatureHelpRequest,
  type SignatureInformation,
} from "vscode-languageserver-protocol";
import { membersOfClass } from "../catalogue/java-members.js";
import { parametersOf } from "../catalogue/member.js";
import { roots } from "../catalogue/roots.data.js";
import { type Receiver, referenceEndingAt } from "../completion/receiver.js";
import type { TemplateView } from "../documents/template-view.js";
import { namesOf } from "../names/names.js";
import { atPosition } from "../server/template-request.js";
import { classesOf } from "../types/classes-of.js";
import { type Call, callAt } from "./call-at.js";

/** The parameters of the method or macro that is being called. */
export const signatureHelpFeature = atPosition(SignatureHelpRequest.type, {
  capabilities: () => ({ signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [")"] } }),
  provide: ({ view, offset }): SignatureHelp | null => {
    const call = callAt(view.source, offset);
    if (call === undefined || !view.isMappingTemplate) return null;
    const signatures = call.kind === "macro" ? macroSignatures(view, call.name) : methodSignatures(view, call);
    if (signatures.length === 0) return null;
    // The first overload that takes so many arguments.
    const fitting = signatures.findIndex(({ parameters }) => (parameters?.length ?? 0) > call.argument);
    return { signatures, activeSignature: Math.max(0, fitting), activeParameter: call.argument };
  },
});

function methodSignatures(view: TemplateView, call: Call): SignatureInformation[] {
  const receiver = referenceEndingAt(view, call.start);
  const member = receiver && membersOf(receiver).find(({ name }) => name === call.name);
  return (member?.signatures ?? []).map((label) => ({
    label,
    documentation: { kind: MarkupKind.Markdown, value: member?.documentation ?? "" },
    parameters: parametersOf(label).map((parameter) => ({ label: parameter })),
  }));
}

function membersOf(receiver: Receiver): readonly Member[] {
  if (receiver.kind === "value") return classesOf(receiver.value).flatMap((className) => membersOfClass(className));
  return roots.find(({ name }) => name === receiver.kind)?.members ?? [];
}

/** Macros are of plain Velocity alone: the service has none. */
function macroSignatures(view: TemplateView, name: string): SignatureInformation[] {
  if (view.config.dialect !== "velocity") return [];
  const macro = namesOf(view).find((thing) => thing.kind === "macro" && thing.name === name);
  const node = macro?.occurrences.find(({ role }) => role === "definition")?.node;
  if (node?.type !== "Macro") return [];
  const parameters = node.parameters.map((parameter) => ({ label: view.text(parameter.range) }));
  return [{ label: `#${name}(${parameters.map(({ label }) => label).join(" ")})`, parameters }];
}
