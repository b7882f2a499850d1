import { firstLine } from "../../queries/first-line.js";
import { defineRule } from "../../rule.js";

/** A proxy integration passes everything through. */
export const templateInProxy = defineRule({
  meta: {
    id: "template-in-proxy",
    title: "A template of a proxy integration, which ignores it",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    const { integration } = context.facts ?? {};
    if (!integration?.proxy) return {};
    return {
      Template() {
        context.report({
          range: firstLine(context.source),
          message:
            `An integration of type ${integration.type} passes requests and responses through and ignores templates: this one ` +
            "never runs. Remove it, or make the integration AWS or HTTP.",
        });
      },
    };
  },
});
