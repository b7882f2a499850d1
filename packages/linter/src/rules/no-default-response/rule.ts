import { matchesWhole } from "@apigw-vtl/compiler";
import { STATUSES, statusesOf } from "../../queries/selection-patterns.js";
import type { IntegrationContext, IntegrationRule } from "../../rule.js";

/** A status that no selection pattern matches needs a default. */
export const noDefaultResponse: IntegrationRule = {
  meta: {
    id: "no-default-response",
    title: "An integration without a default response",
    level: "error",
    set: "recommended",
  },
  check(context) {
    const { apiType, integration, isProxy, report } = context;
    const { type, responses } = integration;
    // A MOCK's own template says which statuses there are.
    if (apiType !== "REST" || isProxy || type === "MOCK" || responses.length === 0) return;
    const patterns = responses.map(({ selectionPattern = "" }) => selectionPattern);
    if (patterns.includes("") || matchAllAnswers(patterns, context)) return;
    const listed = patterns.map((pattern) => `\`${pattern}\``).join(", ");
    report(
      `Every response of this integration has a selection pattern (${listed}); an answer that matches none ends in a 500, ` +
        "`No match for output mapping and no default output mapping configured`. Give one response no pattern.",
    );
  },
};

/** Whether patterns leave no answer over: no status, or of a function no message, not even that of a success, which is empty. */
function matchAllAnswers(patterns: readonly string[], { integration, service }: IntegrationContext): boolean {
  const { type } = integration;
  if (type === "AWS" && service === undefined) return false;
  if (type === "AWS" && service === "lambda") {
    return ["", "a", "a b\nc"].every((message) => patterns.some((pattern) => matchesWhole(pattern, message) === true));
  }
  const matched = new Set(patterns.flatMap((pattern) => statusesOf(pattern) ?? []));
  // Services succeed, refuse or fail. S3 (not modified) and backends of one's own also send elsewhere.
  const classes = type === "AWS" && service !== "s3" ? ["2", "4", "5"] : ["2", "3", "4", "5"];
  return STATUSES.filter(([first = ""]) => classes.includes(first)).every((status) => matched.has(status));
}
