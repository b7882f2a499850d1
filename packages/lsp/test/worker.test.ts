import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { eventually } from "@apigw-vtl/test-support";
import { afterEach, describe, expect, it, vi } from "vitest";

const BUILT = fileURLToPath(new URL("../dist/worker.js", import.meta.url));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The global scope of a browser's worker, as far as the server uses it; what it posts goes to `receive`. */
function startWorker(receive: (message: Message) => void): (message: object) => void {
  const scope = Object.assign(new EventTarget(), {
    postMessage: (data: Message) => receive(structuredClone(data)),
    location: { href: pathToFileURL(BUILT).toString() },
    onmessage: (_event: MessageEvent): void => {
      throw new Error("the server does not listen");
    },
  });
  vi.stubGlobal("self", scope);
  // A worker's script runs in its global scope.
  new Function(readFileSync(BUILT, "utf8"))();
  return (message) => {
    scope.onmessage(new MessageEvent("message", { data: { jsonrpc: "2.0", ...message } }));
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("the built server in a browser's worker", () => {
  it("serves a page that has no files and refuses to read any", async () => {
    const answers = new Map<number, unknown>();
    const send = startWorker(({ id, method, result }) => {
      if (method === undefined && id !== undefined) answers.set(id, result);
      else if (id !== undefined) send({ id, error: { code: -32601, message: "Unhandled method" } });
    });
    const textDocument = { uri: "inmemory:///a.vtl", languageId: "vtl", version: 1, text: "$util.a" };
    send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
    send({ method: "initialized", params: {} });
    send({ method: "textDocument/didOpen", params: { textDocument } });
    const position = { line: 0, character: 6 };
    send({ id: 2, method: "textDocument/completion", params: { textDocument, position } });
    await eventually(() => expect(answers.has(2)).toBe(true));
    expect(JSON.stringify(answers.get(2))).toContain("escapeJavaScript");
  });

  it("serves templates, and asks the client for files", async () => {
    const answers = new Map<number, unknown>();
    const asked: unknown[] = [];
    const send = startWorker(({ id, method, params, result }) => {
      if (method === undefined && id !== undefined) answers.set(id, result);
      else if (id !== undefined) {
        asked.push(method, params);
        const text = JSON.stringify({ rules: { "undefined-reference": "error" } });
        const isConfig = JSON.stringify(params).includes("/p/vtl.config.json");
        send({
          id,
          result: method === "vtl/readFile" && isConfig ? { text } : method === "vtl/listFolder" ? [] : null,
        });
      }
    });
    const uri = "vscode-vfs://github/p/a.vtl";
    const capabilities = { textDocument: { diagnostic: {} } };
    send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities } });
    await eventually(() => expect(answers.get(1)).toMatchObject({ serverInfo: { name: "vtl" } }));
    send({ method: "initialized", params: {} });
    const textDocument = { uri, languageId: "vtl", version: 1, text: "$nowhere" };
    send({ method: "textDocument/didOpen", params: { textDocument } });
    send({ id: 2, method: "textDocument/diagnostic", params: { textDocument: { uri } } });
    await eventually(() => expect(answers.has(2)).toBe(true));
    expect(answers.get(2)).toMatchObject({ kind: "full", items: [{ code: "undefined-reference", severity: 1 }] });
    expect(asked).toContain("vtl/readFile");
  });
});
