/** The server as a program for Node: `--stdio`, `--node-ipc` or `--socket=PORT` say how it talks. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { nodeHost } from "./node/node-host.js";
import { createServer } from "./server/create-server.js";

const connection = createConnection(ProposedFeatures.all);
// The grammars lie beside the program.
createServer(connection, nodeHost(new URL("./", import.meta.url)));
connection.listen();
