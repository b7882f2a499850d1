/** The server as a worker of a browser: the client, which started it, reads files for it. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { browserHost } from "./browser/browser-host.js";
import { createServer } from "./server/create-server.js";

/** The part of a worker's global scope that the server needs; DOM types would be all of a window's. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & {
  readonly location: { readonly href: string };
};

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
createServer(connection, browserHost(connection, self.location.href));
connection.listen();
