import { utilFunctions } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

const insteads: ReadonlyMap<string, string> = new Map([
  ["toJson", "Use $input.json('$.path') for a part of the body."],
  ["isNull", 'Compare with "": a missing value is the empty string.'],
  ["isNullOrEmpty", 'Compare with "": a missing value is the empty string.'],
  ["isNullOrBlank", 'Compare with "": a missing value is the empty string.'],
  ["defaultIfNull", '#if($x == "")#set($x = "default")#end does it.'],
  ["defaultIfNullOrEmpty", '#if($x == "")#set($x = "default")#end does it.'],
  ["qr", "Use #set($discard = …) to call something without printing."],
  ["quiet", "Use #set($discard = …) to call something without printing."],
  ["error", "Set $context.responseOverride.status in the response template."],
  ["autoId", "Use $context.requestId."],
]);

const known: ReadonlySet<string> = new Set(utilFunctions.map(({ name }) => name));

/** What `$util` has not may be AppSync's. */
export const unknownUtil = defineRule({
  meta: { id: "unknown-util", title: "A function that `$util` does not have", level: "error", set: "recommended" },
  create(context) {
    if (context.dialect !== "apigateway") return {};
    return {
      Reference(node) {
        if (context.analysis.scopes.definitions.has(node.name)) return;
        const [first] = node.steps;
        if (node.name === "ctx") {
          context.report({
            range: node.range,
            message:
              "`$ctx` is AppSync's and prints nothing here. API Gateway has `$context`, and `$input` for the body.",
          });
        } else if (node.name === "util" && first && first.type !== "IndexStep" && !known.has(first.name)) {
          context.report({
            range: { start: node.range.start, end: first.nameRange.end },
            message:
              `\`$util.${first.name}\` does not exist in API Gateway (it may in AppSync) and gives the empty string. ` +
              (insteads.get(first.name) ?? `There are ${[...known].join(", ")}.`),
          });
        }
      },
    };
  },
});
