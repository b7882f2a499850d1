/**
 * What an editor waits for: from a keystroke to the diagnostics and to the completions, over stdio as editors talk, and
 * what the server's memory does over many edits.
 */
import {
  CompletionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { costsOfEach, inTurn } from "./measure.mjs";
import { startNode, usageOf } from "./processes.mjs";

/** A route of a table API: what templates of this size are made of. */
const ROUTE = `#set($items = $input.path('$.items'))
{
  "TableName": "orders",
  "Items": [
#foreach($item in $items)
    { "id": { "S": "$util.escapeJavaScript($item.id).replaceAll("\\\\'", "'")" }, "n": { "N": "$item.n" } }#if($foreach.hasNext),#end
#end
  ],
#if($input.params('all') == "yes")
  "Limit": 1000
#else
  "Limit": 10
#end
}
`;

/** @param {number} kilobytes */
const templateOf = (kilobytes) => ROUTE.repeat(Math.ceil((kilobytes * 1024) / ROUTE.length));

/** A template of this size in which everything is a variable of its own, and many are tested. @param {number} kilobytes */
function variablesOf(kilobytes) {
  let text = "{\n";
  for (let i = 0; text.length < kilobytes * 1024; i++) {
    text += `#set($item${i} = $input.path('$.item${i}'))#set($kind${i} = "kind ${i}")#if($item${i}.id != "")
  "id${i}": "$item.id", "kind${i}": "$kind${i}",#end\n`;
  }
  return `${text}"end": true\n}`;
}

/**
 * @param {import("./builds.mjs").Builds} builds
 * @param {{keystrokes: number, rounds: number, edits: number}} effort keystrokes in a small template a round
 * @returns milliseconds a keystroke, and the heap of this build's server before and after the edits
 */
export async function measureLsp(builds, { keystrokes, rounds, edits }) {
  const started = Object.entries(builds).map(async ([name, { server }]) => [name, await Editor.start(server)]);
  const editors = Object.fromEntries(await Promise.all(started));
  try {
    const few = Math.ceil(keystrokes / 20);
    const costs = async (editor) => ({
      "diagnostics, 5 KB": await editor.cost(keystrokes, () => editor.diagnose("small")),
      "diagnostics, 300 KB": await editor.cost(few, () => editor.diagnose("large")),
      "diagnostics, 300 KB of variables": await editor.cost(few, () => editor.diagnose("variables")),
      "completions, 5 KB": await editor.cost(keystrokes, () => editor.complete("small")),
    });
    for (const editor of Object.values(editors)) {
      await editor.open("small", templateOf(5));
      await editor.open("large", templateOf(300));
      await editor.open("variables", variablesOf(300));
      // What V8 optimises, it does now.
      await costs(editor);
      await costs(editor);
    }
    const samples = await inTurn(costsOfEach(editors, costs), rounds);
    return { samples, heap: await editors.now.heapOver("small", edits) };
  } finally {
    await Promise.all(Object.values(editors).map((editor) => editor.close()));
  }
}

async function times(count, run) {
  for (let i = 0; i < count; i++) await run();
}

/** Types a character and takes it back, in the middle of a document. */
class Editor {
  #child;
  #connection;
  #documents = new Map();

  /** @param {string} server */
  static async start(server) {
    const editor = new Editor();
    editor.#child = startNode([server, "--stdio"], ["pipe", "pipe", "ignore"]);
    editor.#connection = createProtocolConnection(
      new StreamMessageReader(editor.#child.stdout),
      new StreamMessageWriter(editor.#child.stdin),
    );
    editor.#connection.listen();
    const capabilities = { textDocument: { diagnostic: {}, completion: {} } };
    await editor.#connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities,
    });
    await editor.#connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  async open(name, text) {
    const uri = `untitled:${name}`;
    const lines = text.split("\n");
    // Within the middle's `$util`: a name that changes with each keystroke.
    const line = lines.findIndex((each, index) => index >= lines.length / 2 && each.includes("$item.id"));
    const document = {
      uri,
      version: 1,
      line,
      character: lines[line].indexOf("$item.id") + "$item.".length,
      typed: false,
    };
    const textDocument = { uri, languageId: "vtl", version: 1, text };
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    this.#documents.set(name, document);
    await this.diagnose(name);
  }

  async type(name) {
    const document = this.#documents.get(name);
    const { uri, line, character } = document;
    document.version++;
    const end = { line, character: character + (document.typed ? 1 : 0) };
    const change = { range: { start: { line, character }, end }, text: document.typed ? "" : "x" };
    document.typed = !document.typed;
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges: [change],
    });
    return document;
  }

  async diagnose(name) {
    const document = await this.type(name);
    const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: document.uri },
    });
    if (report.kind !== "full") throw new Error("the server did not look again");
  }

  async complete(name) {
    const document = await this.type(name);
    const position = { line: document.line, character: document.character };
    const found = await this.#connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: document.uri },
      position,
    });
    if (!found) throw new Error("there are no completions");
  }

  /** @returns {Promise<number>} milliseconds of the server's processor time for each of so many runs */
  async cost(count, run) {
    const before = await usageOf(this.#child);
    await times(count, run);
    const after = await usageOf(this.#child);
    return (after.cpuMs - before.cpuMs) / count;
  }

  /** @returns the heap in megabytes, after collection */
  async heapOver(name, edits) {
    // What is kept for good, compiled code above all, comes with the first edits.
    await times(500, () => this.diagnose(name));
    const start = (await usageOf(this.#child)).heapMB;
    await times(edits, () => this.diagnose(name));
    return { start, end: (await usageOf(this.#child)).heapMB, edits };
  }

  async close() {
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    this.#connection.dispose();
  }
}
