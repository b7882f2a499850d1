import { Range } from "vscode";
import type { Range as ProtocolRange } from "vscode-languageclient";

/** A range of the protocol as one of VS Code. */
export const toRange = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
