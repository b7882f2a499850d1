import type { IntegrationRule } from "../../rule.js";

/** A status that no selection pattern matches needs a default. */
export const noDefaultResponse: IntegrationRule = {
  meta: {
    id: "no-default-response",
    title: "An integration without a default response",
    level: "error",
    set: "recommended",
  },
  check({ apiType, integration: { type, responses }, isProxy, report }) {
    // A MOCK's own template says which statuses there are.
    if (apiType !== "REST" || isProxy || type === "MOCK" || responses.length === 0) return;
    if (responses.some(({ selectionPattern }) => (selectionPattern ?? "") === "")) return;
    const patterns = responses.map(({ selectionPattern }) => `\`${selectionPattern}\``).join(", ");
    report(
      `Every response of this integration has a selection pattern (${patterns}); an answer that matches none ends in a 500, ` +
        "`No match for output mapping and no default output mapping configured`. Give one response no pattern.",
    );
  },
};
