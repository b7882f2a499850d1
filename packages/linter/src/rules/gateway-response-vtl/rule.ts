import type { Range } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** The variables that gateway responses replace. */
const replaced = /^(?:context|stageVariables|method)$/;

/** The text of a gateway response is not VTL. */
export const gatewayResponseVtl = defineRule({
  meta: {
    id: "gateway-response-vtl",
    title: "VTL in the template of a gateway response, where it is printed as it stands",
    level: "error",
    set: "recommended",
    target: "gateway-response",
  },
  create(context) {
    const report = (range: Range, what: string) =>
      context.report({
        range,
        message:
          `Templates of gateway responses are not VTL: only $context, $stageVariables and method.request variables are replaced, and ${what} ` +
          "is printed as it stands. Write the response without it.",
      });
    return {
      Set: ({ header }) => report(header, "a directive"),
      IfBranch: ({ header }) => report(header, "a directive"),
      Foreach: ({ header }) => report(header, "a directive"),
      Define: ({ header }) => report(header, "a directive"),
      Reference(node) {
        if (context.analysis.parents.parentOf(node)?.type === "Set") return;
        const call = node.steps.find(({ type }) => type !== "PropertyStep");
        if (!replaced.test(node.name)) report(node.range, `\`$${node.name}\``);
        else if (call) report(node.range, "a call");
      },
    };
  },
});
