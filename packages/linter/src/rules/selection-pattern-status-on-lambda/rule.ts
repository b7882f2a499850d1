import { matchesStatusesOnly, messagePatterns } from "../../queries/selection-patterns.js";
import type { IntegrationRule } from "../../rule.js";

/** A function's error message is matched, not a status. */
export const selectionPatternStatusOnLambda: IntegrationRule = {
  meta: {
    id: "selection-pattern-status-on-lambda",
    title: "A selection pattern for a status on a Lambda integration",
    level: "warning",
    set: "recommended",
  },
  check(context) {
    for (const { pattern, place } of messagePatterns(context)) {
      if (!matchesStatusesOnly(pattern)) continue;
      context.report(
        `\`${pattern}\` looks like a status, but on a Lambda integration the pattern is matched against the errorMessage of the ` +
          "function: this response is never chosen. Match a part of the message, such as `(\\n|.)*Not Found(\\n|.)*`.",
        place,
      );
    }
  },
};
