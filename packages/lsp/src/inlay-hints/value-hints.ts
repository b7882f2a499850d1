import { type Node, type Reference, walk } from "@apigw-vtl/compiler";
import type { TemplateView } from "../documents/template-view.js";
import { shortText, type ViewValues } from "../sample-values/values-of.js";
import type { Hint } from "./end-hints.js";

const MOST_TEXT = 30;

/** What references print, and what `#set` assigns, for the active sample; and where the template fails with it. */
export function valueHints({ tree }: TemplateView, values: ViewValues): readonly Hint[] {
  const hints: Hint[] = [];
  const { failure } = values;
  if (failure !== undefined) {
    hints.push({ offset: failure.range.end, label: `fails with ${values.sampleName}`, tooltip: failure.message });
  }
  const add = (reference: Reference, offset: number): void => {
    const value = values.valueOf(reference);
    if (value === undefined || /^\W?$/.test(value.text)) return;
    const tooltip = `With ${values.sampleName}: ${shortText(value.text, 400)}`;
    hints.push({ offset, label: `= ${shortText(value.text, MOST_TEXT)}`, tooltip });
  };
  walk(tree, (node: Node) => {
    if (node.type === "Block") {
      for (const statement of node.statements) {
        if (statement.type === "Reference") add(statement, statement.range.end);
      }
    } else if (node.type === "Set" && node.target.type === "Reference" && !/Literal$/.test(node.value.type)) {
      add(node.target, node.header.end);
    }
  });
  return hints;
}
