/** The server for Node. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "./node/node-host.js";
import { createServer } from "./server/create-server.js";
import type { Feature } from "./server/feature.js";
import { ProtocolGuard } from "./server/protocol-guard.js";

/**
 * Serves one client for as long as the process lives. The command line says how they talk: `--stdio`, `--node-ipc`,
 * `--socket=PORT` or `--pipe=NAME`. `assets` is the folder with the grammars, which are read when they are needed; `more`
 * is what the program can do beside the server's own features.
 */
export function startServer(assets: URL, more: readonly Feature[] = []): void {
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: new ProtocolGuard() });
  // Whatever goes wrong beside a request is told and ends nothing: an editor would lose all that is open with the server.
  process.on("unhandledRejection", (reason) => {
    connection.console.error(`vtl: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  });
  createServer(connection, nodeHost(assets), more);
  connection.listen();
}
