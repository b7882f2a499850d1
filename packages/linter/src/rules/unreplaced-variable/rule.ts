import { looksLikeHostVariable, mayBeSetElsewhere } from "../../queries/unset-variables.js";
import { defineRule } from "../../rule.js";

/** `${TableName}` is a reference to Velocity, and the host's variable to everyone else. */
export const unreplacedVariable = defineRule({
  meta: {
    id: "unreplaced-variable",
    title: "`${name}` that nothing sets, which looks like a variable of the host",
    level: "warning",
    set: "strict",
  },
  create(context) {
    if (context.dialect !== "apigateway") return {};
    const { scopes } = context.analysis;
    return {
      Reference(node) {
        const text = context.text(node.range);
        if (!looksLikeHostVariable(node, text, scopes) || mayBeSetElsewhere(node, context)) return;
        context.report({
          range: node.range,
          message:
            `Nothing in the template sets \`${text}\`: unless the host replaces it (Fn::Sub, templatefile), it is the empty string ` +
            "in the service. Put the template where the host replaces it, or set the variable.",
        });
      },
    };
  },
});
