/** Makes the client apply an edit that it was given: the code actions of clients that know commands alone. Takes a `WorkspaceEdit`. */
export const APPLY_EDIT_COMMAND = "vtl.server.applyEdit";
