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
      responses[0]?.place,
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
  return STATUSES.filter((status) => mayAnswer(status, service)).every((status) => matched.has(status));
}

/** Services of the JSON protocols: they succeed with 200 and refuse with 400. SAM gives their integrations these two. */
const JSON_SERVICES = /^(?:dynamodb|events|firehose|kinesis|logs|secretsmanager|states)$/;

/** A status that a backend may answer with; its failures, 5xx, end in a 500 with or without a response for them. */
function mayAnswer(status: string, service: string | undefined): boolean {
  if (service !== undefined && JSON_SERVICES.test(service)) return status === "200" || status === "400";
  // S3 (not modified) and backends of one's own also send elsewhere.
  const isOwn = service === undefined || service === "s3";
  return /^[24]/.test(status) || (isOwn && status.startsWith("3"));
}
