import { type Range, walk } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** A comma that a bracket follows, in some round of a loop or way through the branches. */
export const trailingComma = defineRule({
  meta: {
    id: "trailing-comma",
    title: "A comma before `}` or `]`",
    level: "warning",
    set: "recommended",
    about: "output",
    fixable: "safe",
  },
  create(context) {
    return {
      Template() {
        for (const { comma, bracket } of context.analysis.output.trailingCommas) {
          const always = /^,\s*$/.test(context.source.slice(comma.start, bracket.start));
          // Where the reading went wrong, what stands between may be a member.
          if (!always && context.diagnostics.some(({ severity }) => severity === "error")) continue;
          const what = context.text(bracket);
          context.report({
            range: comma,
            message: always
              ? `The comma before \`${what}\` is not JSON. Remove it.`
              : `Nothing but \`${what}\` may come after this comma, when a loop ends or a condition does not hold: that is not JSON. ${advice(comma)}`,
            ...(always && { fix: [{ range: comma, text: "" }] }),
          });
        }
      },
    };

    /** `$foreach.hasNext` says that there is another round, and not that the round prints something. */
    function advice({ start }: Range): string {
      const isGuarded = branchesAt(start).some((condition) =>
        /\bhasNext\b|\bvelocityHasNext\b/i.test(context.text(condition)),
      );
      return isGuarded
        ? "There is another round after this one, but it may print nothing. Print the comma before each element but the " +
            'first: `$comma` before it, `#set($comma = ",")` behind it, and `#set($comma = "")` before the loop.'
        : "Print it only before a further member: `#if($foreach.hasNext),#end`, or put it into the next `#if`.";
    }

    /** The conditions of the branches around an offset. */
    function branchesAt(offset: number): readonly Range[] {
      const conditions: Range[] = [];
      walk(context.tree, (node) => {
        if (node.type !== "IfBranch" || node.range.start > offset || node.range.end <= offset) return;
        conditions.push(node.condition.range);
      });
      return conditions;
    }
  },
});
