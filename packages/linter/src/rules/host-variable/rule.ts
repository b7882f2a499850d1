import type { Range } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** `${AWS::Region}` and the like are for CloudFormation, Terraform or a build; Velocity cannot read them. */
export const hostVariable = defineRule({
  meta: {
    id: "host-variable",
    title: "A variable of the host, which nothing has replaced",
    level: "error",
    set: "recommended",
  },
  create(context) {
    return {
      Diagnostic(diagnostic) {
        const found = hostExpressionAt(context.source, diagnostic.range.start);
        if (!found) return;
        const text = context.text(found);
        context.report({
          range: found,
          replaces: diagnostic,
          message:
            `\`${text}\` is to be replaced by CloudFormation, Terraform or the like before the service sees it; Velocity ` +
            "cannot read it and refuses the whole template (500). Put the template into Fn::Sub or its equivalent.",
        });
      },
    };
  },
});

/** `${AWS::Region}`, `${Table.Arn}` of which reading failed, `${file(…)}`, `${self:custom.x}`. */
function hostExpressionAt(source: string, at: number): Range | undefined {
  const start = source.lastIndexOf("${", at);
  if (start < 0) return undefined;
  const match =
    /^\$\{(?:AWS::\w+|[A-Za-z]\w*::?[\w:.-]+|(?:file|var|local|data|self|opt|ssm|env|aws_\w+)\b[^}\n]*)\}/.exec(
      source.slice(start, start + 200),
    );
  return match && start + match[0].length > at ? { start, end: start + match[0].length } : undefined;
}
