/** What of the runner needs Node. */
export type { TableItems } from "./node/backends/dynamodb-tables.js";
export { callDynamoDb } from "./node/backends/dynamodb-tables.js";
export type { HandlerFile } from "./node/backends/find-handler.js";
export { type LocalBackends, type LocalBackendsOptions, localBackends } from "./node/backends/local-backends.js";
export type { PageFiles } from "./node/server/page/page-files.js";
export type { ServeEvent } from "./node/server/serve-event.js";
export type { ServedApi } from "./node/server/served-api.js";
export { type RunningServer, type ServerOptions, startServer } from "./node/server/start-server.js";
