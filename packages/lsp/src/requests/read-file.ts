import { ProtocolRequestType, ProtocolRequestType0 } from "vscode-languageserver-protocol";
import type { FolderEntry } from "../host/lsp-host.js";

/** Asks the client for a file's text: in a browser the server has no file system. `null` if there is none. */
export const ReadFileRequest = new ProtocolRequestType<
  { readonly uri: string },
  { readonly text: string } | null,
  never,
  void,
  void
>("vtl/readFile");

/** Asks the client for what is in a folder. */
export const ListFolderRequest = new ProtocolRequestType<
  { readonly uri: string },
  readonly FolderEntry[],
  never,
  void,
  void
>("vtl/listFolder");

/** Asks the client where the server's program is: a worker that another script has loaded it into cannot tell. */
export const ProgramUrlRequest = new ProtocolRequestType0<string, never, void, void>("vtl/programUrl");
