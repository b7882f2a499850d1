/** The language server for mapping templates: its core, and the requests that clients may send beyond the protocol. */
export type { Clock, FolderEntry, LspHost } from "./host/lsp-host.js";
export * from "./requests/index.js";
export type { ServerConnection } from "./server/connection.js";
export { createServer } from "./server/create-server.js";
