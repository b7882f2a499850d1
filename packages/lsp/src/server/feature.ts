import type { ServerCapabilities } from "vscode-languageserver-protocol";
import type { Client } from "./client.js";
import type { ServerConnection } from "./connection.js";
import type { Services } from "./services.js";

/** One thing that the server can do. `features.ts` lists them all. */
export interface Feature {
  /**
   * What `initialize` answers. What LSP had from the beginning is for every client: many use it without a word about it.
   * What came later is for those that name it.
   */
  readonly capabilities: (client: Client) => Partial<ServerCapabilities>;
  /** Called once, when the client is known. */
  readonly register: (connection: ServerConnection, services: Services) => void;
}
