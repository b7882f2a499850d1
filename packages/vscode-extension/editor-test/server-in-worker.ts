import type { Page } from "playwright-core";

/** What an editor says to the server. */
export interface Conversation {
  /** Folders and files that the client can read, by URI. */
  readonly files: Readonly<Record<string, string>>;
  readonly rootUri: string | null;
  readonly open: { readonly uri: string; readonly languageId: string; readonly text: string };
  /** Asked one after the other. */
  readonly requests: readonly { readonly method: string; readonly params: object }[];
}

export interface Answers {
  /** What the server has asked its client for. */
  readonly asked: readonly string[];
  readonly results: readonly unknown[];
}

/** Starts the packed server in a worker of a page, as VS Code does in a browser, and talks to it. */
export function talkToServer(page: Page, conversation: Conversation): Promise<Answers> {
  return page.evaluate(async ({ files, rootUri, open, requests }) => {
    interface Message {
      readonly id?: number;
      readonly method?: string;
      readonly result?: unknown;
      readonly params?: { readonly uri?: string };
    }
    const program = `${location.origin}/server.cjs`;
    const asked: string[] = [];
    const pending = new Map<number, (result: unknown) => void>();
    // As VS Code starts workers.
    const loader = new Blob([`importScripts(${JSON.stringify(program)})`]);
    const worker = new Worker(URL.createObjectURL(loader));
    const send = (message: object) => worker.postMessage({ jsonrpc: "2.0", ...message });
    const entriesOf = (folder: string) => {
      const inside = Object.keys(files).flatMap((uri) =>
        uri.startsWith(`${folder}/`) ? [uri.slice(folder.length + 1)] : [],
      );
      const names = new Set(inside.map((path) => path.split("/")[0] ?? ""));
      return [...names].map((name) => ({ name, folder: !inside.includes(name) }));
    };
    const answer = (method: string, uri: string): unknown => {
      if (method === "vtl/programUrl") return program;
      if (method === "vtl/listFolder") return entriesOf(uri);
      const text = files[uri];
      return text === undefined ? null : { text };
    };
    worker.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.method === undefined) pending.get(data.id ?? 0)?.(data.result);
      else if (data.id !== undefined) {
        asked.push(data.method);
        send({ id: data.id, result: answer(data.method, data.params?.uri ?? "") });
      }
    };
    let last = 0;
    const request = (method: string, params: object) =>
      new Promise<unknown>((resolve, reject) => {
        worker.onerror = ({ message }) => reject(new Error(message));
        pending.set(++last, resolve);
        send({ id: last, method, params });
      });
    await request("initialize", { processId: null, rootUri, capabilities: { textDocument: { diagnostic: {} } } });
    send({ method: "initialized", params: {} });
    send({ method: "textDocument/didOpen", params: { textDocument: { version: 1, ...open } } });
    const results: unknown[] = [];
    for (const { method, params } of requests) results.push(await request(method, params));
    worker.terminate();
    return { asked, results };
  }, conversation);
}
