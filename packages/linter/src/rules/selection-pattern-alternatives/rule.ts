import { alternativesOf, messagePatterns } from "../../queries/selection-patterns.js";
import type { IntegrationRule } from "../../rule.js";

const anything = /^(?:\^?(?:\.[*+]|\(\\n\|\.\)[*+]|\[\\s\\S\][*+]))/;
const anythingLast = /(?:\.[*+]|\(\\n\|\.\)[*+]|\[\\s\\S\][*+])\$?$/;

/** `|` divides a whole pattern: what stands before the first alternative does not belong to the others. */
export const selectionPatternAlternatives: IntegrationRule = {
  meta: {
    id: "selection-pattern-alternatives",
    title: "A selection pattern such as `.*Missing|Invalid.*`, whose alternatives need a group",
    level: "warning",
    set: "recommended",
  },
  check(context) {
    for (const { pattern, place } of messagePatterns(context)) {
      const alternatives = alternativesOf(pattern);
      const [first, last] = [alternatives[0]!, alternatives.at(-1)!];
      if (alternatives.length < 2 || !anything.test(first) || !anythingLast.test(last)) continue;
      if (anythingLast.test(first) || anything.test(last)) continue;
      const [start] = anything.exec(first)!;
      const [end] = anythingLast.exec(last)!;
      const inner = [first.slice(start.length), ...alternatives.slice(1, -1), last.slice(0, -end.length)];
      const whole = `${start}(${inner.join("|")})${end}`;
      context.report(
        `The selection pattern \`${pattern}\` is either \`${first}\` or \`${last}\`, each of which has to match the whole message: one with ` +
          `text on the other side falls to the default response. Write \`${whole}\`.`,
        place,
      );
    }
  },
};
