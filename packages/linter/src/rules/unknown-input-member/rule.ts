import { defineRule } from "../../rule.js";

const members: ReadonlySet<string> = new Set(["path", "json", "params", "body"]);

/** `$input` has four members. */
export const unknownInputMember = defineRule({
  meta: {
    id: "unknown-input-member",
    title: "A member that `$input` does not have",
    level: "error",
    set: "recommended",
  },
  create(context) {
    if (context.dialect !== "apigateway") return {};
    return {
      Reference(node) {
        if (node.name !== "input" || context.analysis.scopes.definitions.has("input")) return;
        const [first] = node.steps;
        if (!first || first.type === "IndexStep") return;
        const isCall = first.type === "MethodStep";
        // A call that cannot be read is reported as that.
        if (!isCall && context.source.startsWith("(", first.range.end)) return;
        const known = members.has(first.name) && isCall === (first.name !== "body");
        if (known || /^(?:getBody|getClass|toString|class)$/.test(first.name)) return;
        context.report({
          range: { start: node.range.start, end: first.range.end },
          message: members.has(first.name)
            ? `\`${context.text(first.range)}\` ${isCall ? "is no call: write `$input.body`" : `needs an argument: write \`$input.${first.name}(…)\``}. As it is, it gives the empty string.`
            : `\`$input\` has no \`${first.name}\` and gives the empty string. There are \`path(…)\`, \`json(…)\`, \`params(…)\` and \`body\`.`,
        });
      },
    };
  },
});
