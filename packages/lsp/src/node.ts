/** The server for Node. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "./node/node-host.js";
import { createServer } from "./server/create-server.js";
import type { Feature } from "./server/feature.js";

/**
 * Serves one client for as long as the process lives. The command line says how they talk: `--stdio`, `--node-ipc`,
 * `--socket=PORT` or `--pipe=NAME`. `assets` is the folder with the grammars, which are read when they are needed; `more`
 * is what the program can do beside the server's own features.
 */
export function startServer(assets: URL, more: readonly Feature[] = []): void {
  const connection = createConnection(ProposedFeatures.all);
  createServer(connection, nodeHost(assets), more);
  connection.listen();
}
