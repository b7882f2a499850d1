import type { IntegrationRule } from "../../rule.js";

/** Plain text with a `*` behind it. */
const glob = /^[\w :-]*\w\*$/;

/** A selection pattern is a regular expression, where `*` repeats what stands before it. */
export const selectionPatternGlob: IntegrationRule = {
  meta: {
    id: "selection-pattern-glob",
    title: "A selection pattern such as `Invalid*`, which matches no text that goes on",
    level: "warning",
    set: "recommended",
  },
  check({ integration, isProxy, report }) {
    if (isProxy) return;
    for (const { selectionPattern = "", patternPlace, place } of integration.responses) {
      if (!glob.test(selectionPattern)) continue;
      const text = selectionPattern.slice(0, -1);
      const instead = /^[1-5]$/.test(text) ? `${text}\\d{2}` : `${text}(\\n|.)*`;
      report(
        `The selection pattern \`${selectionPattern}\` is a regular expression that has to match the whole text, and \`*\` in it repeats ` +
          `\`${text.slice(-1)}\`: a text that goes on after \`${text}\` falls to the default response. Write \`${instead}\`.`,
        patternPlace ?? place,
      );
    }
  },
};
