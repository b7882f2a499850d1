import { firstLine } from "../../queries/first-line.js";
import { matchesStatusesOnly, messagePatterns } from "../../queries/selection-patterns.js";
import { defineRule } from "../../rule.js";

/** A function's error message is matched, not a status. */
export const selectionPatternStatusOnLambda = defineRule({
  meta: {
    id: "selection-pattern-status-on-lambda",
    title: "A selection pattern for a status on a Lambda integration",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    return {
      Template() {
        for (const selectionPattern of messagePatterns(context.facts)) {
          if (!matchesStatusesOnly(selectionPattern)) continue;
          context.report({
            range: firstLine(context.source),
            message:
              `\`${selectionPattern}\` looks like a status, but on a Lambda integration the pattern is matched against the errorMessage of the ` +
              "function: this response is never chosen. Match a part of the message, such as `(\\n|.)*Not Found(\\n|.)*`.",
          });
        }
      },
    };
  },
});
