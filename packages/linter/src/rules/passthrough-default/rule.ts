import { firstLine } from "../../queries/first-line.js";
import { speaksForIntegration } from "../../queries/once-per-integration.js";
import { defineRule } from "../../rule.js";

/** Without a template for the request's content type the body goes through as it is, unless told otherwise. */
export const passthroughDefault = defineRule({
  meta: {
    id: "passthrough-default",
    title: "Templates that a request with another content type goes around",
    level: "warning",
    set: "strict",
  },
  create(context) {
    const { facts } = context;
    const integration = facts?.integration;
    if (facts?.direction !== "request" || !integration || integration.proxy) return {};
    if (
      facts.apiType === "WEBSOCKET" ||
      integration.type === "MOCK" ||
      integration.requestTemplates.includes("$default")
    )
      return {};
    const behavior = integration.passthroughBehavior ?? "WHEN_NO_MATCH";
    if (behavior !== "WHEN_NO_MATCH" || !speaksForIntegration(facts)) return {};
    return {
      Template() {
        context.report({
          range: firstLine(context.source),
          message:
            `A request with another Content-Type than ${integration.requestTemplates.join(", ")} goes to the backend as it is, around ` +
            "this template. Set passthroughBehavior to NEVER, or to WHEN_NO_TEMPLATES: such requests get a 415 then.",
        });
      },
    };
  },
});
