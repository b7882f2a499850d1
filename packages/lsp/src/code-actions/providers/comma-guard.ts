import type { ForeachDirective } from "@apigw-vtl/compiler";
import { CodeActionKind } from "vscode-languageserver-protocol";
import { nodePath } from "../../documents/node-path.js";
import type { ActionProvider } from "../provider.js";

const GUARDED = "#if($foreach.hasNext),#end";

/** Prints the comma between the rounds of a loop, and not behind the last one. */
export const commaGuard: ActionProvider = {
  kind: CodeActionKind.RefactorRewrite,
  provide: ({ view, range }) => {
    const loop = nodePath(view.tree, range.start).findLast((node): node is ForeachDirective => node.type === "Foreach");
    if (loop === undefined || view.analysis.output.kind !== "json") return [];
    const { start, end } = loop.body.range;
    const body = view.source.slice(start, end);
    const last = body.trimEnd();
    const at = start + last.length;
    // A comma that is guarded ends in `#end`, one in a string in a quote.
    if (!last.endsWith(",") || view.touchesHole({ start: at - 1, end: at })) return [];
    const edits = [{ start: at - 1, end: at, newText: GUARDED }];
    return [{ title: "Print this comma only if another round follows", kind: CodeActionKind.RefactorRewrite, edits }];
  },
};
