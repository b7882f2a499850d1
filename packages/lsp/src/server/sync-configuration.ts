import { ConfigurationRequest, DidChangeConfigurationNotification } from "vscode-languageserver-protocol";
import type { ServerConnection } from "./connection.js";
import type { Services } from "./services.js";

/** Keeps the settings as the client has them; gives what asks for them, once the client can be asked. */
export function syncConfiguration(
  connection: ServerConnection,
  { client, settings }: Services,
  forget: () => void,
): () => Promise<void> {
  const readSettings = async (): Promise<void> => {
    if (!client.hasConfiguration) return;
    const [sent] = await connection.sendRequest(ConfigurationRequest.type, { items: [{ section: "vtl" }] });
    // Most clients have sent the same with `initialize`.
    if (settings.update(sent)) forget();
  };
  connection.onNotification(DidChangeConfigurationNotification.type, async ({ settings: sent }) => {
    if (client.hasConfiguration) return readSettings();
    if (settings.update((sent as { readonly vtl?: unknown } | null | undefined)?.vtl)) forget();
  });
  return readSettings;
}
