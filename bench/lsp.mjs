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
 * Starts a server, edits through it, and ends it.
 * @template Result
 * @param {import("./builds.mjs").Build} build
 * @param {(editor: Editor) => Promise<Result>} use
 */
async function withEditor(build, use) {
  const editor = await Editor.start(build);
  try {
    return await use(editor);
  } finally {
    await editor.close();
  }
}

/**
 * What a keystroke costs, in a process of its own.
 * @param {number} keystrokes in a small template; of 300 KB fewer
 */
export function prepareLsp(keystrokes) {
  const few = Math.ceil(keystrokes / 20);
  const costsIn = async (editor) => ({
    "diagnostics, 5 KB": await editor.cost(keystrokes, () => editor.diagnose("small")),
    "diagnostics, 300 KB": await editor.cost(few, () => editor.diagnose("large")),
    "diagnostics, 300 KB of variables": await editor.cost(few, () => editor.diagnose("variables")),
    "completions, 5 KB": await editor.cost(keystrokes, () => editor.complete("small")),
  });
  return {
    /** @param {import("./builds.mjs").Build} build @returns {Promise<import("./measure.mjs").Costs>} */
    costs: (build) =>
      withEditor(build, async (editor) => {
        await editor.open("small", templateOf(5));
        await editor.open("large", templateOf(300));
        await editor.open("variables", variablesOf(300));
        // The large documents have let V8 optimise most of it.
        await times(keystrokes, () => editor.diagnose("small"));
        return { ...(await costsIn(editor)), "language server, MB of heap": await editor.heap() };
      }),
  };
}

/**
 * The server's heap before and after many edits.
 * @param {import("./builds.mjs").Build} build
 * @param {number} edits
 */
export function heapOverEdits(build, edits) {
  return withEditor(build, async (editor) => {
    await editor.open("small", templateOf(5));
    // What is kept for good, compiled code above all, comes with the first edits.
    await times(500, () => editor.diagnose("small"));
    const start = await editor.heap();
    await times(edits, () => editor.diagnose("small"));
    return { start, end: await editor.heap(), edits };
  });
}

async function times(count, run) {
  for (let i = 0; i < count; i++) await run();
}

/** Types a character and takes it back, in the middle of a document. */
class Editor {
  #child;
  #connection;
  #documents = new Map();

  /** @param {import("./builds.mjs").Build} build */
  static async start({ server, flags }) {
    const editor = new Editor();
    editor.#child = startNode([...flags, server, "--stdio"], ["pipe", "pipe", "ignore"]);
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
    const before = await usageOf(this.#child, "usage after a collection");
    await times(count, run);
    const after = await usageOf(this.#child);
    return (after.cpuMs - before.cpuMs) / count;
  }

  /** @returns the heap in megabytes, after collection */
  async heap() {
    return (await usageOf(this.#child, "usage after a collection")).heapMB;
  }

  async close() {
    await this.#connection.sendRequest(ShutdownRequest.type);
    await this.#connection.sendNotification(ExitNotification.type);
    this.#connection.dispose();
  }
}
