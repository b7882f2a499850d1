import { CONFIG_NAMES } from "@apigw-vtl/linter";
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidSaveTextDocumentNotification,
} from "vscode-languageserver-protocol";
import { fileNameOf } from "../documents/file-name-of.js";
import { NO_SOURCES } from "../documents/project-files.js";
import { isLockFile } from "../host/lock-files.js";
import type { RememberedFiles } from "../host/remembered-files.js";
import type { ServerConnection } from "./connection.js";
import type { Services } from "./services.js";

/**
 * Forgets what was computed when a file has changed that it may come from, or the folders that are open. A client that
 * watches nothing says so much as that a document was saved, opened or closed: then what was read is read again.
 */
export function syncFiles(
  connection: ServerConnection,
  { client, documents }: Services,
  files: RememberedFiles,
  forget: () => void,
): void {
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    client.changeFolders(event);
    forget();
  });
  connection.onNotification(DidChangeWatchedFilesNotification.type, ({ changes }) => {
    const open = new Set(documents.uris);
    // What is open was told of by its own notifications, but for configurations, which are read from disk.
    const isNews = (uri: string): boolean => !open.has(uri) || CONFIG_NAMES.includes(nameOf(uri));
    if (changes.some(({ uri }) => isNews(uri) && !isMadeByTools(uri, client.folders))) forget();
  });
  if (client.watchesFiles) return;
  const check = async (): Promise<void> => {
    if (await files.haveChanged()) forget();
  };
  connection.onNotification(DidSaveTextDocumentNotification.type, check);
  documents.onOpen(() => void check());
  documents.onClose(() => void check());
}

/** Locks of editors, and what a build or an installation writes, thousands of files that say nothing about templates. */
function isMadeByTools(uri: string, roots: readonly string[]): boolean {
  if (isLockFile(nameOf(uri))) return true;
  const root = roots.find((candidate) => uri.startsWith(candidate));
  // What is above the project may be called anything.
  if (root === undefined) return false;
  return uri
    .slice(root.length)
    .split("/")
    .some((folder) => folder === ".git" || NO_SOURCES.has(folder));
}

function nameOf(uri: string): string {
  return fileNameOf(uri);
}
