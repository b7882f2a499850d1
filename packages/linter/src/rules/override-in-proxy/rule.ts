import { defineRule } from "../../rule.js";

/** Overrides are the work of templates, which a proxy integration does not run. */
export const overrideInProxy = defineRule({
  meta: {
    id: "override-in-proxy",
    title: "An override in the template of a proxy integration",
    level: "warning",
    set: "recommended",
    target: "proxy",
  },
  create(context) {
    const { integration } = context.facts ?? {};
    if (!integration?.proxy) return {};
    return {
      Set({ target, header }) {
        if (target.type !== "Reference" || target.name !== "context") return;
        const [first] = target.steps;
        if (first?.type !== "PropertyStep" || !/^(?:request|response)Override$/.test(first.name)) return;
        context.report({
          range: header,
          message:
            `An integration of type ${integration.type} runs no templates, so this override has no effect. ` +
            (integration.type === "AWS_PROXY"
              ? "Let the function return the status and headers."
              : "Map the parameter with requestParameters."),
        });
      },
    };
  },
});
