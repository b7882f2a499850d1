import type { MarkupContent } from "vscode-languageclient";

/** The text of a diagnostic's message, which may be Markdown since version 3.18 of the protocol. */
export const messageText = (message: string | MarkupContent): string =>
  typeof message === "string" ? message : message.value;
