import { defineRule } from "../../rule.js";

/** Methods that change their object and return something that Velocity then prints. */
const printedResults: ReadonlyMap<string, string> = new Map([
  ["add", "`true`"],
  ["addAll", "`true`"],
  ["remove", "what was removed"],
  ["removeAll", "`true` or `false`"],
  ["retainAll", "`true` or `false`"],
  ["put", "the value that was there before"],
  ["set", "the value that was there before"],
]);

/** `$list.add(1)` in the text prints `true`. */
export const printingMutator = defineRule({
  meta: {
    id: "printing-mutator",
    title: "A call that changes a list or map and prints its result",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents, values } = context.analysis;
    return {
      Reference(node) {
        const last = node.steps.at(-1);
        if (last?.type !== "MethodStep" || !parents.isPrinted(node)) return;
        // What nothing sets has no methods; that is another rule's.
        const receiver = values.stepsOf(node).at(-1);
        if (receiver?.kinds.size === 1 && receiver.kinds.has("empty")) return;
        const printed = printedResults.get(last.name);
        if (printed === undefined || node.name === "util" || node.name === "input") return;
        context.report({
          range: node.range,
          message:
            `This call prints ${printed} into the document. Write \`#set($discard = ${context.text(node.range)})\` ` +
            "to call it without printing.",
          fix: [{ range: node.range, text: `#set($discard = ${context.text(node.range)})` }],
        });
      },
    };
  },
});
