import type { Reference } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** Members of `$context` that only access logs and gateway responses have. */
const onlyInLogs =
  /^(?:integration|integrationErrorMessage|integrationLatency|integrationStatus|status|responseLength|responseLatency|xrayTraceId|authorize|authenticate|error|waf|customDomain|endpointType)(?:\.|$)/;

/** `$context.status` and others print nothing in a template. */
export const accessLogOnlyContext = defineRule({
  meta: {
    id: "access-log-only-context",
    title: "A member of `$context` that only access logs have",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    if (context.dialect !== "apigateway") return {};
    const { definitions } = context.analysis.scopes;
    return {
      Reference(node) {
        if (node.name !== "context" || definitions.has("context")) return;
        const names = propertiesOf(node);
        if (!onlyInLogs.test(names.join(".")) || isTarget(node)) return;
        context.report({
          range: node.range,
          message:
            `\`$context.${names.join(".")}\` has a value in access logs${names[0] === "error" ? " and gateway responses" : ""} ` +
            "only: in a template it is the empty string. " +
            (names[0] === "status"
              ? "The status of the response is `$context.responseOverride.status`."
              : "Remove it, or log it there."),
        });
      },
    };

    /** `$context` is writable, and what was written can be read. */
    function isTarget(node: Reference): boolean {
      const first = node.steps[0];
      if (first?.type !== "PropertyStep") return true;
      const reads = context.analysis.scopes.reads.get("context") ?? [];
      return reads.some(({ reference }) => {
        const parent = context.analysis.parents.parentOf(reference);
        const [step] = reference.steps;
        return (
          parent?.type === "Set" &&
          parent.target === reference &&
          step?.type === "PropertyStep" &&
          step.name === first.name
        );
      });
    }
  },
});

function propertiesOf({ steps }: Reference): string[] {
  const names: string[] = [];
  for (const step of steps) {
    if (step.type !== "PropertyStep") break;
    names.push(step.name);
  }
  return names;
}
