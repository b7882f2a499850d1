import { STATUSES, statusesOf } from "../../queries/selection-patterns.js";
import type { IntegrationRule } from "../../rule.js";

/** A response that no answer of the backend leads to. */
export const selectionPatternUnreachable: IntegrationRule = {
  meta: {
    id: "selection-pattern-unreachable",
    title: "A selection pattern that no status matches, or that others take every status from",
    level: "warning",
    set: "recommended",
  },
  check({ apiType, integration, isProxy, service, report }) {
    const { type } = integration;
    if (apiType !== "REST" || isProxy || type === undefined || (type === "AWS" && service === undefined)) return;
    const taken = new Map<string, string>();
    // The service asks them in the order of their own statuses.
    const patterns = integration.responses
      .filter(({ selectionPattern = "" }) => selectionPattern !== "" && !/<.*>/.test(selectionPattern))
      .toSorted((a, b) => Number(a.statusCode) - Number(b.statusCode));
    const isMessage = type === "AWS" && service === "lambda";
    for (const { selectionPattern = "", statusCode, patternPlace, place } of patterns) {
      const at = patternPlace ?? place;
      const texts = isMessage ? [selectionPattern] : statusesOf(selectionPattern);
      if (texts === undefined) continue;
      if (texts.length === 0) {
        report(
          `The selection pattern \`${selectionPattern}\` is matched against the backend's status, from ${STATUSES[0]} to ${STATUSES.at(-1)}, and ` +
            "matches none: this response is never chosen. Write one that matches a status, such as `4\\d{2}`.",
          at,
        );
        continue;
      }
      const others = new Set(texts.map((text) => taken.get(text)));
      const isOwn = texts.includes(statusCode) && taken.get(statusCode) !== statusCode && !isMessage;
      if (!others.has(undefined) && !isOwn) {
        report(
          `All that \`${selectionPattern}\` matches is taken by the response ${[...others].join(", ")} before: this response is never ` +
            "chosen. Change one of the patterns.",
          at,
        );
      }
      for (const text of texts) if (!taken.has(text) || text === statusCode) taken.set(text, statusCode);
    }
  },
};
