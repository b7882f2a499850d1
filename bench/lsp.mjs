/**
 * What an editor waits for: from a keystroke to the diagnostics and to the completions, over stdio as editors talk, and
 * what the server's memory does over many edits.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
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
import { median } from "./measure.mjs";

const SERVER = fileURLToPath(new URL("../packages/lsp/dist/server.js", import.meta.url));

/** Collects garbage and tells what is left, when it gets the signal. */
const TELL_HEAP = `process.on("SIGUSR2",()=>{gc();process.stderr.write(process.memoryUsage().heapUsed+"\\n")})`;

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

/** @typedef {{median: number, slowest: number}} Times milliseconds */

/** @param {number[]} times @returns {Times} */
const summary = (times) => ({ median: median(times), slowest: Math.max(...times) });

/**
 * @param {{keystrokes: number, edits: number}} effort
 * @returns {Promise<{small: Times, large: Times, variables: Times, completion: Times, heap: {start: number, end: number, edits: number}}>}
 */
export async function measureLsp({ keystrokes, edits }) {
  const editor = await Editor.start();
  try {
    const small = await editor.open("small.vtl", templateOf(5));
    const large = await editor.open("large.vtl", templateOf(300));
    const variables = await editor.open("variables.vtl", variablesOf(300));
    await times(keystrokes, () => editor.diagnose(small));
    const smallTimes = await times(keystrokes, () => editor.diagnose(small));
    const largeTimes = await times(Math.ceil(keystrokes / 10), () => editor.diagnose(large));
    const variablesTimes = await times(Math.ceil(keystrokes / 10), () => editor.diagnose(variables));
    await times(20, () => editor.complete(small));
    const completionTimes = await times(keystrokes, () => editor.complete(small));
    const heap = await editor.heapOver(small, edits);
    return {
      small: summary(smallTimes),
      large: summary(largeTimes),
      variables: summary(variablesTimes),
      completion: summary(completionTimes),
      heap,
    };
  } finally {
    await editor.close();
  }
}

async function times(count, run) {
  const results = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await run();
    results.push(performance.now() - start);
  }
  return results;
}

/** Types a character and takes it back, in the middle of a document. */
class Editor {
  #child;
  #connection;

  static async start() {
    const editor = new Editor();
    const argv = [
      "--expose-gc",
      "--import",
      `data:text/javascript,${encodeURIComponent(TELL_HEAP)}`,
      SERVER,
      "--stdio",
    ];
    editor.#child = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "pipe"] });
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
    await this.diagnose(document);
    return document;
  }

  async type(document) {
    const { uri, line, character } = document;
    document.version++;
    const end = { line, character: character + (document.typed ? 1 : 0) };
    const change = { range: { start: { line, character }, end }, text: document.typed ? "" : "x" };
    document.typed = !document.typed;
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: document.version },
      contentChanges: [change],
    });
  }

  async diagnose(document) {
    await this.type(document);
    const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: document.uri },
    });
    if (report.kind !== "full") throw new Error("the server did not look again");
  }

  async complete(document) {
    await this.type(document);
    const position = { line: document.line, character: document.character };
    const found = await this.#connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: document.uri },
      position,
    });
    if (!found) throw new Error("there are no completions");
  }

  async heapOver(document, edits) {
    // What is kept for good, compiled code above all, comes with the first edits.
    await times(500, () => this.diagnose(document));
    const start = await this.#heap();
    await times(edits, () => this.diagnose(document));
    return { start, end: await this.#heap(), edits };
  }

  async #heap() {
    const told = once(this.#child.stderr, "data");
    this.#child.kill("SIGUSR2");
    const [text] = await told;
    return Number(text);
  }

  async close() {
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    this.#connection.dispose();
  }
}
