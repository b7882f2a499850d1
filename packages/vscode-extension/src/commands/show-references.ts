import type { ReferenceList } from "@apigw-vtl/lsp";
import { commands, Location, Position, Uri } from "vscode";
import { toRange } from "../client/ranges.js";
import type { Command } from "./command-context.js";

/** Lists the places that a code lens counts. VS Code has a command for it, which takes objects that a server cannot send. */
export const showReferences: Command = async (_, [list]) => {
  const { uri, position, ranges } = list as ReferenceList;
  const file = Uri.parse(uri);
  const places = ranges.map((range) => new Location(file, toRange(range)));
  const at = new Position(position.line, position.character);
  await commands.executeCommand("editor.action.showReferences", file, at, places);
};
