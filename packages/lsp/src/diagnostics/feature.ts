import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  PublishDiagnosticsNotification,
  ResponseError,
} from "vscode-languageserver-protocol";
import type { FoundViews } from "../documents/find-views.js";
import type { ServerConnection } from "../server/connection.js";
import type { Feature } from "../server/feature.js";
import { nextTurn } from "../server/next-turn.js";
import type { Services } from "../server/services.js";
import { hostDiagnostics } from "./host-diagnostics.js";
import { DiagnosticsPublisher } from "./publisher.js";
import { templateDiagnostics } from "./template-diagnostics.js";

/** How long a client that is to ask is waited for, in milliseconds: some never do. */
const PATIENCE = 1_000;

/** Diagnostics: sent to a client until it asks for them. From then on it gets answers alone: both would show each twice. */
export const diagnosticsFeature: Feature = {
  capabilities: ({ pullsDiagnostics }) =>
    pullsDiagnostics
      ? { diagnosticProvider: { identifier: "vtl", interFileDependencies: false, workspaceDiagnostics: false } }
      : {},
  register: (connection, services) => {
    answerPulls(connection, services, push(connection, services));
  },
};

function answerPulls(connection: ServerConnection, services: Services, publisher: DiagnosticsPublisher): void {
  const { documents, settings, client, host } = services;
  connection.onRequest(
    DocumentDiagnosticRequest.type,
    async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      publisher.stop();
      // Who types fast has cancelled this by now, and asked anew.
      await nextTurn(host.clock);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      const found = await documents.viewsOf(textDocument.uri);
      const resultId = documents.stampOf(textDocument.uri) ?? "closed";
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      const items = found && settings.current.diagnostics.enabled ? diagnosticsOf(found) : [];
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  );
  if (client.pullsDiagnostics) {
    documents.onRefresh(() => void connection.sendRequest(DiagnosticRefreshRequest.type).catch(() => {}));
  }
}

function diagnosticsOf(found: FoundViews): Diagnostic[] {
  return [...templateDiagnostics(found.views), ...hostDiagnostics(found)];
}

function push(
  connection: ServerConnection,
  { documents, settings, host, client, report }: Services,
): DiagnosticsPublisher {
  const publisher = new DiagnosticsPublisher({
    clock: host.clock,
    report,
    delay: () => settings.current.diagnostics.delay + (client.pullsDiagnostics ? PATIENCE : 0),
    compute: async (uri) => {
      const found = await documents.viewsOf(uri);
      if (found === undefined) return undefined;
      const diagnostics = settings.current.diagnostics.enabled ? diagnosticsOf(found) : [];
      return { uri, version: found.document.version, diagnostics };
    },
    send: (params) => connection.sendNotification(PublishDiagnosticsNotification.type, params),
  });
  documents.onChange((uri) => publisher.schedule(uri));
  documents.onClose((uri) => publisher.clear(uri));
  return publisher;
}
