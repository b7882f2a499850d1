import { messagePatterns, stopsAtNewline } from "../../queries/selection-patterns.js";
import type { IntegrationRule } from "../../rule.js";

/** `.` matches no newline, and error messages of functions have some. */
export const selectionPatternNewline: IntegrationRule = {
  meta: {
    id: "selection-pattern-newline",
    title: "A selection pattern on a function's error message that stops at the first line",
    level: "warning",
    set: "recommended",
  },
  check(context) {
    for (const { pattern, place } of messagePatterns(context)) {
      if (!stopsAtNewline(pattern)) continue;
      context.report(
        `In the selection pattern \`${pattern}\` the dot matches no newline: an error message of several lines falls to ` +
          "the default response, with its status of success. Write `(\\n|.)*` in place of `.*`.",
        place,
      );
    }
  },
};
