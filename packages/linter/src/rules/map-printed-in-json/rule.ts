import type { TextNature, ValueSummary } from "../../projections/summary.js";
import type { OutputPosition } from "../../prover/sinks/sink.js";
import { isAnswersObject } from "../../queries/service-answers.js";
import { defineRule } from "../../rule.js";

const textNature: ReadonlySet<TextNature> = new Set(["javascript-escaped", "json-escaped", "url-encoded", "caller"]);

/** A map prints as `{a=b}`, which is Java's notation, and a list that the template makes as `[a, b]`. */
export const mapPrintedInJson = defineRule({
  meta: {
    id: "map-printed-in-json",
    title: "An object or a list printed in Java's style, `{a=b}`, `[a, b]`",
    level: "warning",
    set: "recommended",
    about: "output",
  },
  create(context) {
    const { values } = context.analysis;
    // The whole body as a page or a text: a function's answer that is one JSON string.
    const saysJson = /json|^\$default$/i.test(context.facts?.contentType ?? "json");
    return {
      Printed({ reference, value, position }) {
        if (position === "other") return;
        const isList = isListOfTexts(value);
        if (!isList && !isMap(value)) return;
        if (position === "json-document" && !saysJson) return;
        context.report({
          range: reference.range,
          message: isList
            ? "A list that the template makes prints as Java's `[a, b]`, its texts without quotes. Print its elements in a " +
              "`#foreach`, each in quotes and escaped."
            : `An object prints as Java's \`{name=value}\`, which is not JSON. ${instead(value, position)}`,
        });
      },
    };

    function isMap({ kinds, origin, made }: ValueSummary): boolean {
      if (!kinds.has("map") || origin?.root === "context") return false;
      if (kinds.size === 1) return made || origin !== undefined;
      if (origin?.root !== "body") return false;
      if (isAnswersObject(origin, context.facts)) return true;
      return origin.path.length === 0 || values.usedAsMap(origin);
    }

    /** One of numbers prints as JSON. */
    function isListOfTexts({ kinds, nature, made }: ValueSummary): boolean {
      return made && kinds.size === 1 && kinds.has("list") && textNature.has(nature);
    }

    function instead({ origin }: ValueSummary, position: OutputPosition): string {
      if (origin?.root === "body" && !origin.path.some((step) => step === "*" || step === "(json)")) {
        const path = origin.path.map((step) => (/^[A-Za-z_]\w*$/.test(step) ? `.${step}` : `['${step}']`)).join("");
        const printed = `Print \`$input.json('$${path.replaceAll(/\['(\d+)'\]/g, "[$1]")}')\``;
        return position === "json-document"
          ? `${printed}.`
          : `${printed} in place of the whole string, without quotes around it.`;
      }
      return "Print its members one by one, in quotes and escaped.";
    }
  },
});
