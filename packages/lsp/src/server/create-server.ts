import {
  type InitializeParams,
  type InitializeResult,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver-protocol";
import { Configurations } from "../configuration/configurations.js";
import { SettingsStore } from "../configuration/settings.js";
import { Documents } from "../documents/documents.js";
import { findReferringHosts } from "../documents/find-referring-hosts.js";
import type { LspHost } from "../host/lsp-host.js";
import { Samples } from "../samples/samples.js";
import { clientOf } from "./client.js";
import type { ServerConnection } from "./connection.js";
import type { Feature } from "./feature.js";
import { features } from "./features.js";
import type { Services } from "./services.js";
import { syncConfiguration } from "./sync-configuration.js";
import { syncDocuments } from "./sync-documents.js";

/**
 * Serves one client; it may send `initialize` as soon as the connection listens. `more` is what the program around the
 * server can do beside its own features.
 */
export function createServer(connection: ServerConnection, host: LspHost, more: readonly Feature[] = []): void {
  connection.onInitialize((params) => initialize(params, connection, host, [...features, ...more]));
}

function initialize(
  params: InitializeParams,
  connection: ServerConnection,
  host: LspHost,
  all: readonly Feature[],
): InitializeResult {
  const client = clientOf(params);
  const settings = new SettingsStore();
  settings.update(params.initializationOptions?.settings);
  const configurations = new Configurations(host, settings, (message) => {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  });
  const documents = new Documents(host, configurations);
  const samples = new Samples(host, documents, configurations);
  const services: Services = { host, client, documents, configurations, settings, samples };
  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  };
  for (const feature of all) {
    Object.assign(capabilities, feature.capabilities(client));
    feature.register(connection, services);
  }
  findReferringHosts(documents, host, client.folders);
  syncDocuments(connection, documents);
  syncConfiguration(connection, services);
  return { capabilities, serverInfo: { name: "vtl" } };
}
