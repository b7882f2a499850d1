import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const TYPES: Readonly<Record<string, string>> = { cjs: "text/javascript", wasm: "application/wasm" };

/** What VS Code does with the extension where there is no machine to run it on, as far as it can be had without VS Code. */
describe("in a browser", () => {
  let files: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    files = createServer(({ url = "/" }, response) => {
      const name = url.slice(1);
      if (name !== "" && !existsSync(dist + name)) response.statusCode = 404;
      response.setHeader("content-type", TYPES[name.split(".").at(-1) ?? ""] ?? "text/html");
      response.end(response.statusCode === 200 && name !== "" ? readFileSync(dist + name) : "<!DOCTYPE html>");
    });
    await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`);
  });
  afterAll(async () => {
    await browser?.close();
    files?.close();
  });

  it("the server runs in a worker, reads files through its client, and fetches the grammars that it needs", async () => {
    const program = 'new I({ requestTemplates: { "application/json": `{ "a": "$input.path("$.a")" }` } });\n';
    const answers = await page.evaluate(async (text) => {
      interface Message {
        readonly id?: number;
        readonly method?: string;
        readonly result?: unknown;
        readonly params?: { readonly uri?: string };
      }
      const asked: string[] = [];
      const results = new Map<number, (result: unknown) => void>();
      // As VS Code starts workers.
      const loader = new Blob([`importScripts(${JSON.stringify(`${location.href}server.cjs`)})`]);
      const worker = new Worker(URL.createObjectURL(loader));
      const send = (message: object) => worker.postMessage({ jsonrpc: "2.0", ...message });
      worker.onmessage = ({ data }: MessageEvent<Message>) => {
        if (data.method === undefined) results.get(data.id ?? 0)?.(data.result);
        else if (data.id !== undefined) {
          asked.push(data.method);
          const event = data.params?.uri?.endsWith("event.json") ? { text: '{"body": "{\\"a\\": 7}"}' } : null;
          const result = { "vtl/listFolder": [], "vtl/programUrl": `${location.href}server.cjs` }[data.method];
          send({ id: data.id, result: result ?? event });
        }
      };
      let last = 0;
      const request = (method: string, params: object) =>
        new Promise<unknown>((resolve, reject) => {
          worker.onerror = ({ message }) => reject(new Error(message));
          results.set(++last, resolve);
          send({ id: last, method, params });
        });
      const uri = "vscode-vfs://github/a/b/stack.ts";
      await request("initialize", {
        processId: null,
        rootUri: null,
        capabilities: { textDocument: { diagnostic: {} } },
      });
      send({ method: "initialized", params: {} });
      const textDocument = { uri, languageId: "typescript", version: 1, text };
      send({ method: "textDocument/didOpen", params: { textDocument } });
      const diagnostics = await request("textDocument/diagnostic", { textDocument: { uri } });
      const source = { uri: "vscode-vfs://github/a/b/event.json" };
      return { asked, diagnostics, rendered: await request("vtl/render", { uri, source }) };
    }, program);
    expect(answers.rendered).toMatchObject({ status: "rendered", output: '{ "a": "7" }' });
    expect(answers.diagnostics).toMatchObject({ items: [{ code: "unescaped-param-in-json" }] });
    expect(answers.asked).toEqual(expect.arrayContaining(["vtl/readFile", "vtl/programUrl"]));
  });

  it("the extension is one file that requires nothing but VS Code", async () => {
    const required = await page.evaluate(async () => {
      const names: string[] = [];
      const module = { exports: {} as { activate?: unknown } };
      // Classes of VS Code's are extended, its enumerations read.
      const vscode: object = new Proxy(class {}, {
        get: (target, name) => (name === "prototype" ? target.prototype : vscode),
      });
      const require = (name: string) => {
        names.push(name);
        if (name !== "vscode") throw new Error(`${name} is required`);
        return vscode;
      };
      const text = await (await fetch("/workbench.cjs")).text();
      new Function("module", "exports", "require", text)(module, module.exports, require);
      return { names: [...new Set(names)], activates: typeof module.exports.activate };
    });
    expect(required).toEqual({ names: ["vscode"], activates: "function" });
  });
});
