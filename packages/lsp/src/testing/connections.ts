import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { createServer } from "../server/create-server.js";
import { ProtocolGuard } from "../server/protocol-guard.js";
import { testHost } from "./test-host.js";

/** A connection to a server, and how to be rid of both. */
export interface ServerProcess {
  readonly connection: ProtocolConnection;
  close(): void;
}

/** `VTL_LSP_TEST=stdio` runs every suite against the built server instead of the sources. */
const usesBuiltServer = process.env.VTL_LSP_TEST === "stdio";

export function startServer(): ServerProcess {
  return usesBuiltServer ? spawnServer() : serveInProcess();
}

/** Client and server talk through streams in this process, message by message as over stdio. */
function serveInProcess(): ServerProcess {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), {
    messageStrategy: new ProtocolGuard(),
  });
  createServer(server, testHost);
  server.listen();
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return {
    connection,
    close: () => {
      connection.dispose();
      server.dispose();
    },
  };
}

const BUILT = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

function spawnServer(): ServerProcess {
  const child = spawn(process.execPath, [BUILT, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return {
    connection,
    close: () => {
      connection.dispose();
      child.kill();
    },
  };
}
