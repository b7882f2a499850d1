import type { ValueSummary } from "../../projections/summary.js";
import { isAnswersObject } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

/** A map prints as `{a=b}`, which is Java's notation. */
export const mapPrintedInJson = defineRule({
  meta: {
    id: "map-printed-in-json",
    title: "An object printed as Java's `{a=b}`",
    level: "warning",
    set: "recommended",
    about: "output",
  },
  create(context) {
    const { output, values } = context.analysis;
    // The whole body as a page or a text: a function's answer that is one JSON string.
    const saysJson = /json|^\$default$/i.test(context.facts?.contentType ?? "json");
    return {
      Template() {
        const reported = new Set<number>();
        for (const { reference, value, position } of output.printed) {
          if (reported.has(reference.range.start) || position === "other" || !isMap(value)) continue;
          if (position === "json-document" && !saysJson) continue;
          reported.add(reference.range.start);
          context.report({
            range: reference.range,
            message: `An object prints as Java's \`{name=value}\`, which is not JSON. ${instead(value)}`,
          });
        }
      },
    };

    function isMap({ kinds, origin, made }: ValueSummary): boolean {
      if (!kinds.has("map") || origin?.root === "context") return false;
      if (kinds.size === 1) return made || origin !== undefined;
      if (origin?.root !== "body") return false;
      if (isAnswersObject(origin, context.facts)) return true;
      return origin.path.length === 0 || values.usedAsMap(origin);
    }

    function instead({ origin }: ValueSummary): string {
      if (origin?.root === "body" && !origin.path.some((step) => step === "*" || step === "(json)")) {
        const path = origin.path.map((step) => (/^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `['${step}']`)).join("");
        return `Print \`$input.json('$${path.replaceAll(/\['(\d+)'\]/g, "[$1]")}')\`.`;
      }
      return "Print its members one by one, in quotes and escaped.";
    }
  },
});
