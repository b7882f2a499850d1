import { defineRule } from "../../rule.js";

/** `$context` and the maps below it print nothing. */
export const contextMapPrinted = defineRule({
  meta: {
    id: "context-map-printed",
    title: "`$context` or a map below it, which prints nothing",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    if (context.dialect !== "apigateway") return {};
    const { parents, values } = context.analysis;
    return {
      Reference(node) {
        const { origin, kinds } = values.valueOf(node) ?? {};
        if (origin?.root !== "context" || !parents.isPrinted(node)) return;
        const isClaims = origin.path.join(".") === "authorizer.claims";
        if (!isClaims && !(kinds?.size === 1 && kinds.has("map"))) return;
        context.report({
          range: node.range,
          message:
            `\`${context.text(node.range)}\` is a map, and maps below $context print nothing. Print its members, or go over ` +
            "its names with `#foreach($name in …keySet())`.",
        });
      },
    };
  },
});
