import { inputMembers, type Member, utilFunctions } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

const namesOf = (members: readonly Member[]) =>
  members.flatMap(({ name, kind }) => (kind === "method" ? [name] : [])).join("|");
const call = new RegExp(
  `(?<![$!{\\w.])(?:util\\.(?:${namesOf(utilFunctions)})|input\\.(?:${namesOf(inputMembers)}))\\s*\\(`,
  "g",
);

/** `util.urlEncode(…)` without `$` is text. */
export const missingSigil = defineRule({
  meta: {
    id: "missing-sigil",
    title: "A call of `$input` or `$util` without the dollar sign",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    return {
      Text(node) {
        for (const match of context.text(node.range).matchAll(call)) {
          const start = node.range.start + match.index;
          context.report({
            range: { start, end: start + match[0].length - 1 },
            message: `\`${match[0].slice(0, -1)}\` has no \`$\` before it and is printed as text. Write \`$${match[0]}\`.`,
            fix: [{ range: { start, end: start }, text: "$" }],
          });
        }
      },
    };
  },
});
