import { CONFIG_NAMES } from "@apigw-vtl/linter";
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  RegistrationRequest,
} from "vscode-languageserver-protocol";
import type { ServerConnection } from "./connection.js";
import type { Services } from "./services.js";

/** Files whose change can change what is known of open documents. */
const WATCHED = [`**/{${CONFIG_NAMES.join(",")}}`, "**/*.{vtl,vm}", "**/*.{json,yaml,yml}"];

/** Reads the settings, and forgets what was computed whenever they, a configuration or a file referred to changes. */
export function syncConfiguration(connection: ServerConnection, services: Services): void {
  const { client, configurations, documents, settings } = services;
  const forget = (): void => {
    configurations.clear();
    documents.invalidate();
  };
  const readSettings = async (): Promise<void> => {
    const [sent] = await connection.sendRequest(ConfigurationRequest.type, { items: [{ section: "vtl" }] });
    settings.update(sent);
    forget();
  };
  connection.onNotification(DidChangeConfigurationNotification.type, async ({ settings: sent }) => {
    if (client.hasConfiguration) return readSettings();
    settings.update((sent as { readonly vtl?: unknown } | null | undefined)?.vtl);
    forget();
  });
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => {
    // What is open was told of by its own notifications.
    const open = new Set(documents.uris);
    if (changes.some(({ uri }) => !open.has(uri))) forget();
  });
  connection.onInitialized(() => {
    void register(connection, services).catch(() => {});
    if (client.hasConfiguration) void readSettings().catch(() => {});
  });
}

async function register(connection: ServerConnection, { client }: Services): Promise<void> {
  const { workspace } = client.capabilities;
  const registrations = [];
  if (client.watchesFiles) {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    registrations.push({
      id: "vtl-files",
      method: DidChangeWatchedFilesNotification.method,
      registerOptions: { watchers },
    });
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    const registerOptions = { section: "vtl" };
    registrations.push({ id: "vtl-settings", method: DidChangeConfigurationNotification.method, registerOptions });
  }
  if (registrations.length > 0) await connection.sendRequest(RegistrationRequest.type, { registrations });
}
