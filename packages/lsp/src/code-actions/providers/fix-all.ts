import { applyFixes } from "@apigw-vtl/linter";
import type { ActionProvider } from "../provider.js";
import { toTextEdit } from "./fixes.js";

/** Name of the action that editors can run when a file is saved. */
const FIX_ALL = "source.fixAll.vtl";

/** All safe fixes of a template at once. */
export const fixAll: ActionProvider = {
  kind: FIX_ALL,
  provide: ({ view }) => {
    const { fixed } = applyFixes(view.source, view.lint.findings, { unsafe: false });
    const edits = fixed.flatMap(({ fix }) => fix?.edits ?? []).map(toTextEdit);
    return edits.length === 0 ? [] : [{ title: "Fix all that can be fixed safely", kind: FIX_ALL, edits }];
  },
};
