import type { SemanticTokensLegend } from "vscode-languageserver-protocol";

/** What kinds of tokens there are; indexes into these are sent. */
export const tokenTypes = [
  "comment",
  "keyword",
  "string",
  "number",
  "operator",
  "variable",
  "parameter",
  "property",
  "method",
  "function",
  "macro",
] as const;

/** `undefined` and `unused` are our own: clients that know them can show them. */
export const tokenModifiers = [
  "definition",
  "modification",
  "readonly",
  "defaultLibrary",
  "deprecated",
  "undefined",
  "unused",
] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

export const legend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };
