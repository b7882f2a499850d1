import { defineRule } from "../../rule.js";

/** `custom:x` is no Velocity name: the reference ends at the colon. */
export const claimsNeedBrackets = defineRule({
  meta: {
    id: "claims-need-brackets",
    title: "A claim with a colon in its name, written without brackets",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    return {
      Reference(node) {
        const last = node.steps.at(-1);
        if (last?.type !== "PropertyStep" || !/^(?:custom|cognito)$/.test(last.name)) return;
        const rest = /^:[\w-]+/.exec(context.source.slice(last.range.end))?.[0];
        if (rest === undefined) return;
        const range = { start: node.range.start, end: last.range.end + rest.length };
        context.report({
          range,
          message:
            `The name ends at the colon: this reads the claim \`${last.name}\`, which does not exist, and prints \`${rest}\`. ` +
            `Write \`['${last.name}${rest}']\`.`,
          fix: [{ range: { start: last.range.start, end: range.end }, text: `['${last.name}${rest}']` }],
        });
      },
    };
  },
});
