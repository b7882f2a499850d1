import {
  anything,
  count,
  countUpTo,
  integer,
  list,
  nullable,
  object,
  optional,
  type Shape,
  text,
  uri,
} from "./shape.js";

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const textDocument = object({ uri });
const ofDocument = object({ textDocument });
const atPosition = object({ textDocument, position });
const inRange = object({ textDocument, range });
/** Wider than any editor indents: the formatter makes as many blanks. */
const options = object({ tabSize: countUpTo(64) });
const hierarchyItem = object({ uri, range, selectionRange: range });
const ofHierarchyItem = object({ item: hierarchyItem });
const templatePlace = object({ uri, address: optional(text), position: optional(position) });
const source = object({ event: anything, text: optional(text), uri: optional(uri) });
const ofSource = object({ uri, address: optional(text), position: optional(position), source });

/** What the server relies on in the parameters of each method. */
export const PARAMETERS: ReadonlyMap<string, Shape> = new Map([
  [
    "initialize",
    object({
      capabilities: object({ textDocument: nullable(object({})), workspace: nullable(object({})) }),
      rootUri: nullable(uri),
      workspaceFolders: nullable(list(object({ uri }))),
    }),
  ],
  ["$/cancelRequest", object({ id: anything })],
  ["$/setTrace", object({ value: text })],
  ["textDocument/didOpen", object({ textDocument: object({ uri, languageId: text, version: integer, text }) })],
  [
    "textDocument/didChange",
    object({
      textDocument: object({ uri, version: integer }),
      contentChanges: list(object({ text, range: optional(range) })),
    }),
  ],
  ["textDocument/didClose", ofDocument],
  ["textDocument/didSave", ofDocument],
  [
    "workspace/didChangeWorkspaceFolders",
    object({ event: object({ added: list(object({ uri })), removed: list(object({ uri })) }) }),
  ],
  ["workspace/didChangeConfiguration", object({})],
  ["workspace/didChangeWatchedFiles", object({ changes: list(object({ uri })) })],
  ["workspace/symbol", object({ query: text })],
  ["workspace/executeCommand", object({ command: text, arguments: optional(list(anything)) })],
  ["textDocument/definition", atPosition],
  ["textDocument/references", atPosition],
  ["textDocument/documentHighlight", atPosition],
  ["textDocument/prepareRename", atPosition],
  ["textDocument/rename", object({ textDocument, position, newName: text })],
  ["textDocument/prepareCallHierarchy", atPosition],
  ["callHierarchy/incomingCalls", ofHierarchyItem],
  ["callHierarchy/outgoingCalls", ofHierarchyItem],
  ["textDocument/completion", atPosition],
  ["completionItem/resolve", object({ label: text })],
  ["textDocument/hover", atPosition],
  ["textDocument/signatureHelp", atPosition],
  ["textDocument/onTypeFormatting", object({ textDocument, position, ch: text, options })],
  ["textDocument/formatting", object({ textDocument, options })],
  ["textDocument/rangeFormatting", object({ textDocument, range, options })],
  ["textDocument/documentSymbol", ofDocument],
  ["textDocument/foldingRange", ofDocument],
  ["textDocument/selectionRange", object({ textDocument, positions: list(position) })],
  ["textDocument/semanticTokens/full", ofDocument],
  ["textDocument/semanticTokens/full/delta", object({ textDocument, previousResultId: text })],
  ["textDocument/semanticTokens/range", inRange],
  [
    "textDocument/codeAction",
    object({ textDocument, range, context: object({ diagnostics: list(object({ range })) }) }),
  ],
  ["textDocument/codeLens", ofDocument],
  ["codeLens/resolve", object({ range })],
  ["textDocument/documentLink", ofDocument],
  ["textDocument/diagnostic", ofDocument],
  ["textDocument/inlayHint", inRange],
  ["textDocument/inlineValue", object({ textDocument, range, context: object({ stoppedLocation: range }) })],
  ["vtl/templates", object({ uri })],
  ["vtl/render", ofSource],
  ["vtl/steps", ofSource],
  ["vtl/prove", templatePlace],
  ["vtl/compiled", templatePlace],
  ["vtl/samples", templatePlace],
  ["vtl/sample", templatePlace],
]);
