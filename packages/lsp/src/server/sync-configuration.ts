import { CONFIG_NAMES } from "@apigw-vtl/linter";
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  RegistrationRequest,
} from "vscode-languageserver-protocol";
import { NO_SOURCES } from "../documents/project-files.js";
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
    if (changes.some(({ uri }) => !open.has(uri) && !isMadeByTools(uri, client.folders))) forget();
  });
  connection.onInitialized(() => {
    void register(connection, services).catch(() => {});
    if (client.hasConfiguration) void readSettings().catch(() => {});
  });
}

/** A build or an installation writes thousands of files that say nothing about templates. */
function isMadeByTools(uri: string, roots: readonly string[]): boolean {
  const root = roots.find((candidate) => uri.startsWith(candidate));
  // What is above the project may be called anything.
  if (root === undefined) return false;
  return uri
    .slice(root.length)
    .split("/")
    .some((folder) => folder === ".git" || NO_SOURCES.has(folder));
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
