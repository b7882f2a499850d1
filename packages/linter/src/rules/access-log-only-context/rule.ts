import { isLogMember, setsMember } from "../../queries/context-members.js";
import { membersOf } from "../../queries/member-names.js";
import { defineRule } from "../../rule.js";

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
        const names = membersOf(node).map(({ name }) => name);
        if (!isLogMember(names) || setsMember(context.analysis, names)) return;
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
  },
});
