import { LARGEST_FILE } from "@apigw-vtl/definitions";
import { ListFolderRequest, ProgramUrlRequest, ReadFileRequest } from "@apigw-vtl/lsp";
import { type ExtensionContext, FileType, Uri, workspace } from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/browser";
import { CLIENT_ID, CLIENT_NAME } from "./client-factory.js";

/** The server in a worker, which asks here for files. */
export function createBrowserClient(
  { extensionUri }: ExtensionContext,
  options: LanguageClientOptions,
): LanguageClient {
  const program = Uri.joinPath(extensionUri, "dist/server.cjs").toString(true);
  const worker = new Worker(program);
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, worker, options);
  client.onRequest(ProgramUrlRequest, () => program);
  client.onRequest(ReadFileRequest, async ({ uri }) => {
    const file = Uri.parse(uri);
    const stat = await ifThere(workspace.fs.stat(file));
    if (stat?.type !== FileType.File || stat.size > LARGEST_FILE) return null;
    const bytes = await ifThere(workspace.fs.readFile(file));
    return bytes === undefined ? null : { text: new TextDecoder().decode(bytes) };
  });
  client.onRequest(ListFolderRequest, async ({ uri }) => {
    const entries = await ifThere(workspace.fs.readDirectory(Uri.parse(uri)));
    return entries?.map(([name, type]) => ({ name, folder: (type & FileType.Directory) !== 0 })) ?? [];
  });
  return client;
}

async function ifThere<Result>(found: Thenable<Result>): Promise<Result | undefined> {
  try {
    return await found;
  } catch {
    return undefined;
  }
}
