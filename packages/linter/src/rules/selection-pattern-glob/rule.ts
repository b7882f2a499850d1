import { firstLine } from "../../queries/first-line.js";
import { speaksForIntegration } from "../../queries/once-per-integration.js";
import { defineRule } from "../../rule.js";

/** Plain text with a `*` behind it. */
const glob = /^[\w :-]*\w\*$/;

/** A selection pattern is a regular expression, where `*` repeats what stands before it. */
export const selectionPatternGlob = defineRule({
  meta: {
    id: "selection-pattern-glob",
    title: "A selection pattern such as `Invalid*`, which matches no text that goes on",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    const { facts } = context;
    const { integration } = facts ?? {};
    if (!facts || !integration || integration.proxy || !speaksForIntegration(facts)) return {};
    return {
      Template() {
        for (const { selectionPattern = "" } of integration.responses) {
          if (!glob.test(selectionPattern)) continue;
          const text = selectionPattern.slice(0, -1);
          const instead = /^[1-5]$/.test(text) ? `${text}\\d{2}` : `${text}(\\n|.)*`;
          context.report({
            range: firstLine(context.source),
            message:
              `The selection pattern \`${selectionPattern}\` is a regular expression that has to match the whole text, and \`*\` in it repeats ` +
              `\`${text.slice(-1)}\`: a text that goes on after \`${text}\` falls to the default response. Write \`${instead}\`.`,
          });
        }
      },
    };
  },
});
