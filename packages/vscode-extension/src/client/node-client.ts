import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, type LanguageClientOptions, TransportKind } from "vscode-languageclient/node";
import { CLIENT_ID, CLIENT_NAME } from "./client-factory.js";

/** The server in a process of its own. */
export function createNodeClient({ extensionUri }: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const module = Uri.joinPath(extensionUri, "dist/server.cjs").fsPath;
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient(
    CLIENT_ID,
    CLIENT_NAME,
    { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6019"] } } },
    options,
  );
}
