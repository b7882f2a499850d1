import {
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  type Command,
  type Range,
} from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import { namesOf, type Occurrence } from "../names/names.js";
import { proofOf } from "../proof/prove-view.js";
import type { ReferenceList, TemplatePlace } from "../requests/templates.js";
import type { Client } from "../server/client.js";
import type { Feature } from "../server/feature.js";
import type { Services } from "../server/services.js";
import { proofTitle } from "./proof-title.js";

/** What a lens needs to be resolved: the template is proved when its lens comes into sight. */
interface ProofData {
  readonly proof: TemplatePlace & { readonly index: number };
}

/** Lines above the code: render, proof state, how often something is used. */
export const codeLensFeature: Feature = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (connection, services) => {
    connection.onRequest(CodeLensRequest.type, async ({ textDocument }) => {
      const found = await services.documents.viewsOf(textDocument.uri);
      return found?.views.flatMap((view, index) => lensesOf(view, index, services)) ?? null;
    });
    connection.onRequest(CodeLensResolveRequest.type, (lens) => resolve(lens, services));
  },
};

function lensesOf(view: TemplateView, index: number, { client, settings }: Services): CodeLens[] {
  const { render, proof, references } = settings.current.codeLens;
  const lenses: CodeLens[] = [];
  const { start } = view.wholeRange;
  const range = { start, end: start };
  const place: TemplatePlace = { uri: view.uri, address: view.template.address };
  if (render) lenses.push({ range, command: renderCommand(place, client) });
  if (proof && view.isMappingTemplate) {
    const data: ProofData = { proof: { ...place, index } };
    lenses.push({ range, data });
  }
  if (references) lenses.push(...referenceLenses(view, client));
  return lenses;
}

function renderCommand(place: TemplatePlace, client: Client): Command {
  const command = client.commands.has("vtl.renderWithSample") ? "vtl.renderWithSample" : "vtl.server.render";
  return { title: "▶ Render with sample", command, arguments: [place] };
}

/** Above macros and what is defined; above each variable they would be in the way. */
function referenceLenses(view: TemplateView, client: Client): CodeLens[] {
  return namesOf(view).flatMap(({ occurrences }) => {
    const [definition] = occurrences.filter(({ role }) => role === "definition");
    if (definition?.node.type !== "Macro" && definition?.node.type !== "Define") return [];
    const range = view.toDocumentRange(definition.range);
    const reads = occurrences.filter(({ role }) => role === "read");
    const title = `${reads.length} ${reads.length === 1 ? "reference" : "references"}`;
    return range ? [{ range, command: referencesCommand(title, view, range, reads, client) }] : [];
  });
}

/** Only a client can list places; the protocol has no way to ask it to. */
function referencesCommand(
  title: string,
  view: TemplateView,
  { start }: Range,
  reads: readonly Occurrence[],
  client: Client,
): Command {
  if (reads.length === 0 || !client.commands.has("vtl.showReferences")) return titleOnly(title);
  const ranges = reads.flatMap((read) => view.toDocumentRange(read.range) ?? []);
  const list: ReferenceList = { uri: view.uri, position: start, ranges };
  return { title, command: "vtl.showReferences", arguments: [list] };
}

/** Editors show a command without a name as text. */
function titleOnly(title: string): Command {
  return { title, command: "" };
}

async function resolve(lens: CodeLens, { documents, client }: Services): Promise<CodeLens> {
  const data = lens.data as ProofData | undefined;
  if (data === undefined) return lens;
  const { uri, address, index } = data.proof;
  const view = (await documents.viewsOf(uri))?.views[index];
  const { range } = lens as { readonly range: Range };
  // The document may have changed since: the client will ask again.
  if (view === undefined || view.template.address !== address) return { range, command: titleOnly("…") };
  const proof = proofOf(view);
  const title = proofTitle(proof);
  if (proof.status !== "broken") return { range, command: titleOnly(title) };
  const command = client.commands.has("vtl.showBreakingRequest") ? "vtl.showBreakingRequest" : "vtl.server.prove";
  return { range, command: { title, command, arguments: [{ uri, address }] } };
}
