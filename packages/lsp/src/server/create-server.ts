import {
  type InitializeParams,
  type InitializeResult,
  MessageType,
  RegistrationRequest,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver-protocol";
import { Configurations } from "../configuration/configurations.js";
import { SettingsStore } from "../configuration/settings.js";
import { Documents } from "../documents/documents.js";
import { ReferringHosts } from "../documents/referring-hosts.js";
import { WorkspaceReader } from "../documents/workspace-reader.js";
import type { LspHost } from "../host/lsp-host.js";
import { RememberedFiles } from "../host/remembered-files.js";
import { Samples } from "../samples/samples.js";
import { clientOf } from "./client.js";
import type { ServerConnection } from "./connection.js";
import type { Feature } from "./feature.js";
import { features } from "./features.js";
import { lastingConnection, reporterTo } from "./lasting-connection.js";
import { answerRefused } from "./protocol-guard.js";
import { registrationsFor } from "./registrations.js";
import type { Services } from "./services.js";
import { syncConfiguration } from "./sync-configuration.js";
import { syncDocuments } from "./sync-documents.js";
import { syncFiles } from "./sync-files.js";
import { VERSION } from "./version.js";

/**
 * Serves one client; it may send `initialize` as soon as the connection listens. `more` is what the program around the
 * server can do beside its own features.
 */
export function createServer(client: ServerConnection, host: LspHost, more: readonly Feature[] = []): void {
  const connection = lastingConnection(client);
  answerRefused(connection);
  connection.onInitialize((params) => initialize(params, connection, host, [...features, ...more]));
}

function initialize(
  params: InitializeParams,
  connection: ServerConnection,
  machine: LspHost,
  all: readonly Feature[],
): InitializeResult {
  const client = clientOf(params);
  const settings = new SettingsStore();
  settings.update(params.initializationOptions?.settings);
  const files = new RememberedFiles(machine);
  const { inspectFile, readFile, listFolder } = files;
  const host: LspHost = { ...machine, inspectFile, readFile, listFolder };
  const reader = new WorkspaceReader(host, client, settings);
  const configurations = new Configurations(reader, settings, (message) => {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  });
  const documents = new Documents(host, configurations, reader);
  const samples = new Samples(host, documents);
  const report = reporterTo(connection);
  const referring = new ReferringHosts({ documents, host, client, report });
  const services: Services = { host, client, report, documents, referring, configurations, settings, samples };
  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  for (const feature of all) {
    Object.assign(capabilities, feature.capabilities(client));
    feature.register(connection, services);
  }
  syncDocuments(connection, documents);
  const forget = (): void => {
    files.forget();
    configurations.clear();
    documents.invalidate();
  };
  const readSettings = syncConfiguration(connection, services, forget);
  syncFiles(connection, services, files, forget);
  connection.onInitialized(() => {
    // A client that is going away answers no more.
    const ignore = (): void => {};
    const registrations = registrationsFor(client);
    if (registrations.length > 0) connection.sendRequest(RegistrationRequest.type, { registrations }).catch(ignore);
    readSettings().catch(ignore);
  });
  return { capabilities, serverInfo: { name: "vtl", version: VERSION } };
}
