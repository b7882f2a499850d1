import { type Node, type Range, walk } from "@apigw-vtl/compiler";
import type { TemplateView } from "../documents/template-view.js";
import { shortText } from "../sample-values/values-of.js";

/** A text shown behind a place. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip?: string;
}

/** Blocks of fewer lines are seen whole. */
const FEWEST_LINES = 4;

/** What each `#end` closes. */
export function endHints(view: TemplateView): readonly Hint[] {
  const hints: Hint[] = [];
  walk(view.tree, (node: Node) => {
    if (!("end" in node) || node.end === undefined) return;
    const header = headerOf(node);
    const lines = view.text({ start: node.range.start, end: node.end.start }).split("\n").length;
    if (header === undefined || lines < FEWEST_LINES) return;
    const label = shortText(view.text(header), 40);
    hints.push({ offset: view.withoutLineEnd(node.end).end, label });
  });
  return hints;
}

function headerOf(node: Node): Range | undefined {
  if (node.type === "If") return node.branches[0]?.header;
  return "header" in node ? node.header : undefined;
}
