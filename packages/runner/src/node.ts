/** What of the runner needs Node. */
export type { PageFiles } from "./node/server/page/page-files.js";
export type { ServeEvent } from "./node/server/serve-event.js";
export type { ServedApi } from "./node/server/served-api.js";
export { type RunningServer, type ServerOptions, startServer } from "./node/server/start-server.js";
