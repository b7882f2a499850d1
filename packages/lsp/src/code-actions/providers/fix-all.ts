import { lintAndFix } from "@apigw-vtl/linter";
import type { ActionProvider } from "../provider.js";
import { toTextEdit } from "./fixes.js";

/** Name of the action that editors can run when a file is saved. */
const FIX_ALL = "source.fixAll.vtl";

/** All safe fixes of a template at once, also those that others make possible, as `vtl lint --fix` makes them. */
export const fixAll: ActionProvider = {
  kind: FIX_ALL,
  provide: ({ view }) => {
    if (!view.lint.findings.some(({ fix }) => fix?.safe)) return [];
    const { source, facts, holes, config } = view;
    const { edits } = lintAndFix(
      { source, facts, holes, settings: config },
      { unsafe: false, accepts: (wanted) => view.editsToDocument(wanted.map(toTextEdit)) !== undefined },
    );
    if (edits.length === 0) return [];
    return [{ title: "Fix all that can be fixed safely", kind: FIX_ALL, edits: edits.map(toTextEdit) }];
  },
};
