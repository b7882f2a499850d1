import {
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
} from "vscode-languageserver-protocol";
import type { Documents } from "../documents/documents.js";
import type { ServerConnection } from "./connection.js";

/** Keeps the documents as the client has them. */
export function syncDocuments(connection: ServerConnection, documents: Documents): void {
  connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => documents.open(textDocument));
  connection.onNotification(DidChangeTextDocumentNotification.type, ({ textDocument, contentChanges }) =>
    documents.change(textDocument.uri, textDocument.version, contentChanges),
  );
  connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument }) =>
    documents.close(textDocument.uri),
  );
}
