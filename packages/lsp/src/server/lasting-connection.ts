import { LogMessageNotification, MessageType } from "vscode-languageserver-protocol";
import type { ServerConnection } from "./connection.js";

/** A connection over which notifications may be sent without a look at whether the client is still there. */
export function lastingConnection(connection: ServerConnection): ServerConnection {
  return {
    ...connection,
    sendNotification: async (type, params) => {
      try {
        // One that is closed throws at once, and does not reject.
        await connection.sendNotification(type, params);
      } catch {
        // Nobody reads it any more.
      }
    },
  };
}

/** Tells the client's log what went wrong where nobody waits for an answer. */
export function reporterTo(connection: ServerConnection): (error: unknown) => void {
  return (error) => {
    const message = `vtl: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    void connection.sendNotification(LogMessageNotification.type, { type: MessageType.Error, message });
  };
}
