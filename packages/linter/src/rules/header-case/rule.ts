import type { Reference } from "@apigw-vtl/compiler";
import { isHiddenHeader } from "@apigw-vtl/definitions";
import type { Origin } from "../../projections/summary.js";
import { defineRule } from "../../rule.js";

/** Names of parameters are compared letter by letter. */
export const headerCase = defineRule({
  meta: {
    id: "header-case",
    title: "A parameter written in another case than declared, or a header that is never there",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    const declared = context.facts?.method?.requestParameters ?? [];
    return {
      Reference(node) {
        if (!isRead(node)) return;
        const origin = context.analysis.values.stepsOf(node).findLast((value) => isParameter(value.origin))?.origin;
        if (!origin || !isParameter(origin)) return;
        const [location, name] = origin.path as [string, string];
        const inPlace = declared.filter((one) => location === "any" || one.location === location);
        const other = inPlace.find((one) => one.name.toLowerCase() === name.toLowerCase());
        if (other && !inPlace.some((one) => one.name === name)) {
          context.report({
            range: node.range,
            message:
              `The method declares \`${other.name}\`; names are compared letter by letter, so that \`${name}\` is missing when the ` +
              "caller writes it as declared. Use the declared name.",
          });
        } else if ((location === "header" || location === "any") && !other && isHiddenHeader(name)) {
          context.report({
            range: node.range,
            message: `The service does not show the header \`${name}\` to templates: this is always the empty string.`,
          });
        }
      },
    };

    /** The name stands in this reference, not in the one that set the variable. */
    function isRead({ name, steps }: Reference): boolean {
      return steps.length > 0 && (name === "input" || context.analysis.scopes.definitions.has(name));
    }
  },
});

function isParameter(origin: Origin | undefined): boolean {
  return origin?.root === "params" && origin.path.length === 2 && !origin.path.includes("*");
}
