import {
  type CancellationToken,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  MessageType,
  type Range,
  ShowMessageNotification,
  type TextEdit,
} from "vscode-languageserver-protocol";
import { distinctTexts } from "../documents/distinct-texts.js";
import { labelOf } from "../documents/label-of.js";
import type { TemplateView } from "../documents/template-view.js";
import type { ServerConnection } from "../server/connection.js";
import type { Feature } from "../server/feature.js";
import type { Services } from "../server/services.js";
import { formatView } from "./format-view.js";

/** Formats documents and parts of them; says why where it does not. */
export const formattingFeature: Feature = {
  capabilities: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  register: (connection, services) => {
    connection.onRequest(DocumentFormattingRequest.type, async ({ textDocument }, token) => {
      const found = await services.documents.viewsOf(textDocument.uri);
      return found ? format(found.views, connection, services, token) : null;
    });
    connection.onRequest(DocumentRangeFormattingRequest.type, async ({ textDocument, range }, token) => {
      const found = await services.documents.viewsOf(textDocument.uri);
      return found ? format(found.views, connection, services, token, range) : null;
    });
  },
};

async function format(
  views: readonly TemplateView[],
  connection: ServerConnection,
  services: Services,
  token: CancellationToken,
  touched?: Range,
): Promise<TextEdit[]> {
  const edits: TextEdit[] = [];
  const refusals: string[] = [];
  for (const view of distinctTexts(views)) {
    if (touched && isApart(view.wholeRange, touched)) continue;
    const outcome = await formatView(view, services, token, touched);
    const made = outcome.ok ? view.editsToDocument(outcome.edits) : undefined;
    if (made) edits.push(...made);
    else refusals.push(`${labelOf(view)}: ${outcome.ok ? "the file around it cannot say the change" : outcome.reason}`);
  }
  if (refusals.length > 0) {
    const message = `Not formatted, to be sure that the output stays the same. ${refusals.join("; ")}.`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }
  return edits;
}

function isApart(one: Range, other: Range): boolean {
  return one.end.line < other.start.line || other.end.line < one.start.line;
}
