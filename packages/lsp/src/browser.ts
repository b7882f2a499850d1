/** The server for a worker of a browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { browserHost } from "./browser/browser-host.js";
import { createServer } from "./server/create-server.js";
import type { Feature } from "./server/feature.js";
import { ProtocolGuard } from "./server/protocol-guard.js";

/** The part of a worker's global scope that the server needs; DOM types would be all of a window's. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & {
  readonly location: { readonly href: string };
};

/**
 * Serves the client that has started this worker, which reads files for it. `more` is what the program can do beside the
 * server's own features.
 */
export function startWorker(more: readonly Feature[] = []): void {
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
    messageStrategy: new ProtocolGuard(),
  });
  createServer(connection, browserHost(connection, self.location.href), more);
  connection.listen();
}
