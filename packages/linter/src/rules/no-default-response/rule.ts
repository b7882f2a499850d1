import { firstLine } from "../../queries/first-line.js";
import { speaksForIntegration } from "../../queries/once-per-integration.js";
import { defineRule } from "../../rule.js";

/** A status that no selection pattern matches needs a default. */
export const noDefaultResponse = defineRule({
  meta: {
    id: "no-default-response",
    title: "An integration without a default response",
    level: "error",
    set: "recommended",
  },
  create(context) {
    const { facts } = context;
    const integration = facts?.integration;
    if (!facts || !integration || integration.proxy || facts.apiType === "WEBSOCKET" || !speaksForIntegration(facts))
      return {};
    const { responses } = integration;
    if (responses.length === 0 || responses.some(({ selectionPattern }) => (selectionPattern ?? "") === "")) return {};
    // A MOCK's own template says which statuses there are.
    if (integration.type === "MOCK") return {};
    return {
      Template() {
        const patterns = responses.map(({ selectionPattern }) => `\`${selectionPattern}\``).join(", ");
        context.report({
          range: firstLine(context.source),
          message:
            `Every response of this integration has a selection pattern (${patterns}); an answer that matches none ends in a 500, ` +
            "`No match for output mapping and no default output mapping configured`. Give one response no pattern.",
        });
      },
    };
  },
});
