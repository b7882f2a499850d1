import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConnection } from "vscode-languageserver/node";
import { type Message, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";
import { createServer } from "../src/server/create-server.js";
import { PARAMETERS } from "../src/server/parameters.js";
import { ProtocolGuard } from "../src/server/protocol-guard.js";
import { fullCapabilities } from "../src/testing/capabilities.js";
import { testHost } from "../src/testing/test-host.js";

const MESSAGES = 10_000;
const LIVES = 20;
const SEED = 11;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vtl-messages-"));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const TEXTS: Readonly<Record<string, string>> = {
  "a.vtl": `#set($x = $input.path('$.a'))\n{"a": "$util.escapeJavaScript($x)", #if($x)"b": 1,#end}\n`,
  "api.yaml": `openapi: 3.0.1\npaths:\n  /a:\n    post:\n      x-amazon-apigateway-integration:\n        type: aws\n        requestTemplates:\n          application/json: '{"a": $input.json("$.a")}'\n`,
  "main.tf": `resource "aws_api_gateway_integration" "i" {\n  request_templates = { "application/json" = file("a.vtl") }\n}\n`,
};

/** A generator whose numbers depend on the seed alone. */
class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed;
  }
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

const deep = (): unknown => JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`);

const JUNK: readonly (() => unknown)[] = [
  ...[null, true, -1, 0.5, 1e99, "", "x", "\ud800", "__proto__", "file:///", "untitled:1", "a b:%%", [], {}].map(
    (value) => () => value,
  ),
  () => ({ toString: 1, length: -1, constructor: null }),
  () => ({ line: 1e9, character: 1e9 }),
  () => "y".repeat(10_000),
  deep,
];

/** What a client would send, of which something is another thing now and then. */
class Messages {
  readonly #random: Random;
  #id = 0;
  #version = 0;
  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  next(): Message & { readonly id?: number } {
    const methods = [...PARAMETERS.keys(), "vtl/refused", "nothing/known", "workspace/diagnostic", "initialized"];
    const method = this.#random.of(methods);
    const isNotification = /did|\$\/|initialized/.test(method) !== (this.#random.below(20) === 0);
    const params = this.#spoil(this.#valid(), this.#random.of([0, 0, 0.02, 0.1, 0.5]));
    const sent = { jsonrpc: "2.0", method, ...(this.#random.below(30) > 0 && { params }) };
    return isNotification ? sent : { ...sent, id: ++this.#id };
  }

  request(method: string, params: unknown): Message & { readonly id: number } {
    return { jsonrpc: "2.0", id: ++this.#id, method, params } as Message & { readonly id: number };
  }

  /** All that any method asks for, so that each finds its own. */
  #valid(): Record<string, unknown> {
    const name = this.#random.of(Object.keys(TEXTS));
    const uri = pathToFileURL(join(folder, name)).toString();
    const position = () => ({ line: this.#random.below(9), character: this.#random.below(60) });
    const range = () => ({ start: position(), end: position() });
    const version = ++this.#version;
    const text = TEXTS[name]!.slice(this.#random.below(40));
    return {
      uri,
      textDocument: { uri, languageId: this.#random.of(["vtl", "yaml", "terraform"]), version, text },
      contentChanges: this.#random.of([[{ text }], [{ text: this.#random.of(["", "#if(", "$"]), range: range() }], []]),
      position: position(),
      positions: [position(), position()],
      range: range(),
      options: { tabSize: 2, insertSpaces: true },
      context: { diagnostics: [], stoppedLocation: range(), frameId: 0, includeDeclaration: true, only: undefined },
      query: "a",
      newName: this.#random.of(["y", "", "1", "$x"]),
      ch: "\n",
      command: this.#random.of(["vtl.render", "vtl.nothing", "vtl.fixAll"]),
      arguments: [uri, position()],
      item: { name: "x", kind: 12, uri, range: range(), selectionRange: range(), data: null },
      label: "$x",
      previousResultId: this.#random.of(["1", "2"]),
      source: { event: { body: "{}" }, active: true },
      changes: [{ uri, type: 2 }],
      settings: { vtl: { rules: {}, diagnostics: { enabled: true } } },
      capabilities: fullCapabilities,
      id: this.#random.below(this.#id + 1),
      value: "off",
    };
  }

  #spoil(value: unknown, rate: number): unknown {
    if (rate > 0 && this.#random.below(1000) < rate * 1000) return this.#random.of(JUNK)();
    if (Array.isArray(value)) return value.map((item) => this.#spoil(item, rate));
    if (typeof value !== "object" || value === null || value === fullCapabilities) return value;
    const entries = Object.entries(value).filter(() => rate === 0 || this.#random.below(1000) >= rate * 500);
    return Object.fromEntries(entries.map(([key, member]) => [key, this.#spoil(member, rate)]));
  }
}

interface Server {
  readonly input: Writable;
  readonly output: Readable;
  /** Whether it lives. */
  readonly lives: () => boolean;
  readonly close: () => Promise<unknown>;
}

function inProcess(): Server {
  const input = new PassThrough();
  const output = new PassThrough();
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output), {
    messageStrategy: new ProtocolGuard(),
  });
  createServer(connection, testHost);
  connection.listen();
  return { input, output, lives: () => true, close: async () => connection.dispose() };
}

const BUILT = fileURLToPath(new URL("../dist/server.js", import.meta.url));

function built(): Server {
  const child: ChildProcess = spawn(process.execPath, [BUILT, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const exit = once(child, "exit");
  return {
    input: child.stdin!,
    output: child.stdout!,
    lives: () => child.exitCode === null && child.signalCode === null,
    close: () => {
      child.kill();
      return exit;
    },
  };
}

interface Answers {
  readonly count: number;
  /** Answers of handlers that threw. */
  readonly failures: readonly string[];
}

/** One life of a server: messages before `initialize`, then with documents open or without, then after `shutdown`. */
async function live(server: Server, seed: number, count: number): Promise<Answers> {
  const failures: string[] = [];
  const writer = new StreamMessageWriter(server.input);
  const messages = new Messages(seed);
  const answers = new Map<number, number | undefined>();
  const waiting = new Map<number, () => void>();
  new StreamMessageReader(server.output).listen((message) => {
    const { id, method, error } = message as {
      id?: number;
      method?: string;
      error?: { code: number; message: string };
    };
    // The server asks for settings and the like.
    if (method !== undefined) {
      if (id !== undefined) void writer.write({ jsonrpc: "2.0", id, result: null } as Message);
      return;
    }
    if (id === undefined || id === null) return;
    answers.set(id, error?.code);
    if (error?.code === -32603) failures.push(error.message);
    waiting.get(id)?.();
    waiting.delete(id);
  });
  const pending: Promise<void>[] = [];
  const send = async (message: Message & { readonly id?: number }): Promise<void> => {
    const { id } = message;
    if (id !== undefined) pending.push(new Promise((resolve) => waiting.set(id, resolve)));
    await writer.write(message);
  };
  const some = async (howMany: number): Promise<void> => {
    for (let sent = 0; sent < howMany; sent++) {
      await send(messages.next());
      if (sent % 25 === 0) await Promise.all(pending.splice(0));
    }
    await Promise.all(pending.splice(0));
  };
  const ask = async (method: string, params: unknown): Promise<number | undefined> => {
    const message = messages.request(method, params);
    await send(message);
    await Promise.all(pending.splice(0));
    return answers.get(message.id);
  };
  const uri = pathToFileURL(join(folder, "a.vtl")).toString();
  expect(await ask("textDocument/hover", { textDocument: { uri }, position: { line: 0, character: 6 } })).toBe(-32002);
  const root = pathToFileURL(folder).toString();
  const initialize = { processId: null, rootUri: root, capabilities: fullCapabilities };
  expect(await ask("initialize", { ...initialize, capabilities: 7 })).toBe(-32602);
  expect(await ask("initialize", initialize)).toBeUndefined();
  expect(await ask("initialize", initialize)).toBe(-32600);
  await writer.write({ jsonrpc: "2.0", method: "initialized", params: {} } as Message);
  if (seed % 2 === 0) {
    for (const [name, text] of Object.entries(TEXTS)) {
      const document = { uri: pathToFileURL(join(folder, name)).toString(), languageId: "vtl", version: 1, text };
      await writer.write({
        jsonrpc: "2.0",
        method: "textDocument/didOpen",
        params: { textDocument: document },
      } as Message);
    }
  }
  await some(count);
  // Alive, and of sound mind.
  expect(await ask("textDocument/hover", { textDocument: { uri } })).toBe(-32602);
  expect(await ask("textDocument/foldingRange", { textDocument: { uri } })).toBeUndefined();
  expect(await ask("shutdown", undefined)).toBeUndefined();
  expect(await ask("textDocument/foldingRange", { textDocument: { uri } })).toBe(-32600);
  return { count: answers.size, failures };
}

const SERVERS: readonly (readonly [string, () => Server])[] = [
  ["in this process", inProcess],
  ...(existsSync(BUILT) ? ([["as it is built, over stdio", built]] as const) : []),
];

describe.each(SERVERS)("the server %s", (_name, start) => {
  it(`answers or refuses each of ${MESSAGES} random messages, and lives`, { timeout: 600_000 }, async () => {
    let answered = 0;
    const failures: string[] = [];
    for (let life = 0; life < LIVES; life++) {
      const server = start();
      const answers = await live(server, SEED + life, MESSAGES / LIVES);
      expect(server.lives()).toBe(true);
      answered += answers.count;
      failures.push(...answers.failures);
      await server.close();
    }
    expect(answered).toBeGreaterThan(MESSAGES / 2);
    // A handler that throws is a defect, even if the client is answered.
    expect(failures).toEqual([]);
  });
});
