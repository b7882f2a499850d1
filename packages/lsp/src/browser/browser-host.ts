import { URI } from "vscode-uri";
import { grammarFiles } from "../host/grammar-file.js";
import type { LspHost } from "../host/lsp-host.js";
import { ListFolderRequest, ProgramUrlRequest, ReadFileRequest } from "../requests/read-file.js";
import type { ServerConnection } from "../server/connection.js";

/** What a browser's worker is given by its global scope; DOM types would be all of a window's. */
declare const fetch: (url: string) => Promise<{ readonly ok: boolean; arrayBuffer(): Promise<ArrayBuffer> }>;
declare const setTimeout: (run: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;
declare const performance: { now(): number };

/**
 * A browser: the client reads files, grammars are fetched from beside the program, whose address `script` is. VS Code
 * loads the programs of workers with a script of its own, which is a blob: there the client knows the address.
 */
export function browserHost(connection: ServerConnection, script: string): LspHost {
  return {
    // The client looks at links, kinds and sizes: it has the files. A page without files refuses: then there is none.
    inspectFile: async (uri) => {
      const file = await connection.sendRequest(ReadFileRequest, { uri }).catch(() => null);
      return { realPath: URI.parse(uri).path, kind: file === null ? "nothing" : "file", size: 0 };
    },
    readFile: async (uri) => {
      const file = await connection.sendRequest(ReadFileRequest, { uri });
      if (file === null) throw new Error(`${uri} is not there any more`);
      return new TextEncoder().encode(file.text);
    },
    listFolder: (uri) => connection.sendRequest(ListFolderRequest, { uri }).catch(() => []),
    loadGrammar: async (grammar) => {
      const program = script.startsWith("blob:") ? await connection.sendRequest(ProgramUrlRequest) : script;
      for (const file of grammarFiles(grammar)) {
        const answer = await fetch(new URL(file, program).toString());
        if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      }
      throw new Error(`The grammar ${grammar} cannot be fetched.`);
    },
    clock: {
      now: () => performance.now(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return { cancel: () => clearTimeout(timer) };
      },
    },
  };
}
