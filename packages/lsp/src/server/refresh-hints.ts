import { CodeLensRefreshRequest, InlayHintRefreshRequest } from "vscode-languageserver-protocol";
import type { Client } from "./client.js";
import type { ServerConnection } from "./connection.js";

/** Makes the client ask again for what shows values of the active sample. */
export function refreshHints(connection: ServerConnection, { capabilities: { workspace } }: Client): void {
  // A client that is going away answers no more.
  const ignore = (): void => {};
  if (workspace?.inlayHint?.refreshSupport) connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
  if (workspace?.codeLens?.refreshSupport) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
}
