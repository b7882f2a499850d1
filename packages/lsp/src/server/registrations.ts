import { CONFIG_NAMES } from "@apigw-vtl/linter";
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Registration,
} from "vscode-languageserver-protocol";
import type { Client } from "./client.js";

/** Files whose change can change what is known of open documents. */
const WATCHED = [`**/{${CONFIG_NAMES.join(",")}}`, "**/*.{vtl,vm}", "**/*.{json,yaml,yml}"];

/** What the client is asked to tell, as far as it can. */
export function registrationsFor({ capabilities: { workspace }, watchesFiles }: Client): Registration[] {
  const registrations: Registration[] = [];
  if (watchesFiles) {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    const { method } = DidChangeWatchedFilesNotification;
    registrations.push({ id: "vtl-files", method, registerOptions: { watchers } });
  }
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    const { method } = DidChangeConfigurationNotification;
    registrations.push({ id: "vtl-settings", method, registerOptions: { section: "vtl" } });
  }
  return registrations;
}
