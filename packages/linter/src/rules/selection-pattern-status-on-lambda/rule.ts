import { firstLine } from "../../queries/first-line.js";
import { speaksForIntegration } from "../../queries/once-per-integration.js";
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
    const { facts } = context;
    const integration = facts?.integration;
    if (!facts || integration?.type !== "AWS" || integration.service !== "lambda" || !speaksForIntegration(facts))
      return {};
    return {
      Template() {
        for (const { selectionPattern = "" } of integration.responses) {
          if (
            !/^\^?\(?(?:[1-5](?:\\d\{2\}|\\d\\d|\d\d|\[0-9\]\{2\}|\[0-9\]\[0-9\]|xx|XX)\|?)+\)?\$?$/.test(
              selectionPattern,
            )
          )
            continue;
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
