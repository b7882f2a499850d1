/** The language server for mapping templates: its core, and the requests that clients may send beyond the protocol. */

export type { TemplateView } from "./documents/template-view.js";
export { viewAt } from "./documents/view-at.js";
export type { Clock, FolderEntry, LspHost } from "./host/lsp-host.js";
export * from "./requests/index.js";
export { type NamedSample, sampleOf } from "./samples/sample-of.js";
export { newSample } from "./samples/samples.js";
export type { ServerConnection } from "./server/connection.js";
export { createServer } from "./server/create-server.js";
export type { Feature } from "./server/feature.js";
export type { Services } from "./server/services.js";
