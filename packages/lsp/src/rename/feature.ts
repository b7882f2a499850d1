import { ErrorCodes, PrepareRenameRequest, RenameRequest, ResponseError } from "vscode-languageserver-protocol";
import { atPosition } from "../server/template-request.js";
import { renameAt, renameableAt } from "./rename.js";

/** Renames variables, parameters, macros and what is defined, in their template. */
export const renameFeature = atPosition(RenameRequest.type, {
  capabilities: ({ capabilities }) => ({
    renameProvider: capabilities.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  provide: ({ view, offset, params }) => {
    const outcome = renameAt(view, offset, params.newName);
    if (!outcome.ok) return refuse(outcome.reason);
    const edits = view.editsToDocument(outcome.edits);
    if (edits === undefined) return refuse("The host file cannot hold the new name.");
    return { changes: { [view.uri]: edits } };
  },
});

export const prepareRenameFeature = atPosition(PrepareRenameRequest.type, {
  capabilities: () => ({}),
  provide: ({ view, offset }) => {
    const found = renameableAt(view, offset);
    if (found === undefined) return null;
    if ("reason" in found) return refuse(found.reason);
    const range = view.toDocumentRange(found.range);
    return range === undefined ? null : { range, placeholder: found.thing.name };
  },
});

/** Editors show the message to the user. */
function refuse(reason: string): never {
  throw new ResponseError(ErrorCodes.InvalidParams, reason);
}
