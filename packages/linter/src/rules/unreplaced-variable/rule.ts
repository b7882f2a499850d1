import { UnsetVariables } from "../../queries/unset-variables.js";
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
    const unset = new UnsetVariables(context);
    return {
      Reference(node) {
        if (!unset.lookLikeHosts(node) || unset.mayBeSetElsewhere(node)) return;
        context.report({
          range: node.range,
          message:
            `Nothing in the template sets \`${context.text(node.range)}\`: unless the host replaces it (Fn::Sub, templatefile), it is the empty string ` +
            "in the service. Put the template where the host replaces it, or set the variable.",
        });
      },
    };
  },
});
