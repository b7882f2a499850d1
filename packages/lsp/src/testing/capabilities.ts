import type { ClientCapabilities } from "vscode-languageserver-protocol";

/** An editor that can do all that the protocol has. */
export const fullCapabilities: ClientCapabilities = {
  textDocument: {
    callHierarchy: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source.fixAll"] } },
      resolveSupport: { properties: ["edit"] },
      dataSupport: true,
      isPreferredSupport: true,
    },
    codeLens: {},
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        resolveSupport: { properties: ["documentation"] },
        labelDetailsSupport: true,
      },
    },
    definition: { linkSupport: true },
    diagnostic: { dynamicRegistration: true },
    documentHighlight: {},
    documentLink: { tooltipSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    formatting: {},
    hover: { contentFormat: ["markdown", "plaintext"] },
    inlayHint: {},
    inlineValue: {},
    onTypeFormatting: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    rangeFormatting: {},
    references: {},
    rename: { prepareSupport: true },
    selectionRange: {},
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [
        "variable",
        "keyword",
        "function",
        "method",
        "property",
        "string",
        "number",
        "operator",
        "comment",
        "macro",
        "parameter",
      ],
      tokenModifiers: ["declaration", "definition", "readonly", "deprecated", "modification", "defaultLibrary"],
      formats: ["relative"],
    },
    signatureHelp: { signatureInformation: { documentationFormat: ["markdown"], activeParameterSupport: true } },
  },
  workspace: {
    applyEdit: true,
    codeLens: { refreshSupport: true },
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    executeCommand: {},
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    symbol: {},
    workspaceFolders: true,
  },
};

/** An editor of the plainest kind: it shows what it is sent. */
export const plainCapabilities: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, hover: {}, completion: {}, rename: {}, documentSymbol: {} },
};
