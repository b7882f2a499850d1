import { firstLine } from "../../queries/first-line.js";
import { messagePatterns, stopsAtNewline } from "../../queries/selection-patterns.js";
import { defineRule } from "../../rule.js";

/** `.` matches no newline, and error messages of functions have some. */
export const selectionPatternNewline = defineRule({
  meta: {
    id: "selection-pattern-newline",
    title: "A selection pattern on a function's error message that stops at the first line",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    return {
      Template() {
        for (const selectionPattern of messagePatterns(context.facts)) {
          if (!stopsAtNewline(selectionPattern)) continue;
          context.report({
            range: firstLine(context.source),
            message:
              `In the selection pattern \`${selectionPattern}\` the dot matches no newline: an error message of several lines falls to ` +
              "the default response, with its status of success. Write `(\\n|.)*` in place of `.*`.",
          });
        }
      },
    };
  },
});
