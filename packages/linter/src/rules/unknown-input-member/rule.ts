import { inputMembers, type Member } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

const members = new Map(inputMembers.map((member) => [member.name, member]));

/** What every object of Java has. */
const ofObjects = { property: /^class$/, method: /^(?:getClass|toString|hashCode|equals)$/ };

/** `$input` has few members. */
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
        const member = members.get(first.name);
        const kind = isCall ? "method" : "property";
        if (member ? member.kind === kind : ofObjects[kind].test(first.name)) return;
        context.report({
          range: { start: node.range.start, end: first.range.end },
          message: member
            ? `\`${context.text(first.range)}\` ${isCall ? "is no call" : "is a call"}: write \`$input.${spelled(member)}\`. As it is, it gives the empty string.`
            : `\`$input\` has no \`${first.name}\` and gives the empty string. There are ${inputMembers.map((each) => `\`${spelled(each)}\``).join(", ")}.`,
        });
      },
    };
  },
});

function spelled({ name, kind, signatures }: Member): string {
  if (kind === "property") return name;
  return signatures.some((signature) => !signature.includes("()")) ? `${name}(…)` : `${name}()`;
}
