import { ProtocolRequestType, type TextDocumentPositionParams } from "vscode-languageserver-protocol";

/** What is to be done about the `#end` of a block. */
export type BlockEndReply =
  /** The line above opens a block that has none: this text behind the position closes it. */
  | { readonly kind: "missing"; readonly text: string }
  /** The `#end` at the position closes nothing. */
  | { readonly kind: "surplus" };

/** Asked where a line was begun, and of an `#end` that was written for the user, once another is typed before it. */
export const BlockEndRequest = new ProtocolRequestType<
  TextDocumentPositionParams,
  BlockEndReply | null,
  never,
  void,
  void
>("vtl/blockEnd");
