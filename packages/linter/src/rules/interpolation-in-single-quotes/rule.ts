import type { StringLiteral } from "@apigw-vtl/compiler";
import { serviceRoots } from "../../queries/scopes.js";
import { defineRule } from "../../rule.js";

/** `'…'` is printed as it stands. */
export const interpolationInSingleQuotes = defineRule({
  meta: {
    id: "interpolation-in-single-quotes",
    title: "A reference in single quotes, which is not replaced",
    level: "warning",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents, scopes } = context.analysis;
    return {
      StringLiteral(node) {
        if (node.quote !== "'" || isJsonPath(node)) return;
        for (const [text, name] of node.value.matchAll(/\$!?\{?([a-zA-Z_][\w-]*)/g)) {
          if (!serviceRoots.has(name!) && !scopes.definitions.has(name!)) continue;
          const inner = context.source.slice(node.range.start + 1, node.range.end - 1);
          context.report({
            range: node.range,
            message:
              `Velocity replaces nothing in single quotes: \`${text}\` is used as it stands. Use double quotes, ` +
              'with `""` for a quote inside.',
            fix: [{ range: node.range, text: `"${inner.replaceAll("''", "'").replaceAll('"', '""')}"` }],
          });
          return;
        }
      },
    };

    function isJsonPath(node: StringLiteral): boolean {
      const parent = parents.parentOf(node);
      return parent?.type === "MethodStep" && (parent.name === "path" || parent.name === "json");
    }
  },
});
