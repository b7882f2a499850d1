import { compile, PermissiveJson, type TemplateEvent } from "@apigw-vtl/compiler";
import { firstLine } from "../../queries/first-line.js";
import { isMockRequest } from "../../queries/mock-request.js";
import { defineRule, type RuleContext } from "../../rule.js";

/** The request template of a MOCK integration has to print an integer `statusCode`. */
export const mockStatusCode = defineRule({
  meta: {
    id: "mock-status-code",
    title: "A MOCK integration whose request template prints no integer `statusCode`",
    level: "error",
    set: "recommended",
    about: "mock",
  },
  create(context) {
    if (!isMockRequest(context.facts)) return {};
    return {
      Template() {
        if (context.diagnostics.some(({ severity }) => severity === "error")) return;
        const output = render(withHolesFilled(context), { body: "" });
        if (output === undefined || PermissiveJson.parse(output)?.integer("$.statusCode") !== undefined) return;
        context.report({
          range: firstLine(context.source),
          message:
            `For an empty request this prints ${shown(output)}, without an integer \`statusCode\`: the MOCK integration answers ` +
            '500. Print `{"statusCode": 200}` for every request.',
        });
      },
    };
  },
});

/** What the host fills in is taken for a status, which is a number and a piece of text as well. */
function withHolesFilled({ source, holes }: Pick<RuleContext, "source" | "holes">): string {
  let filled = "";
  let at = 0;
  for (const { start, end } of holes) {
    filled += `${source.slice(at, start)}200`;
    at = end;
  }
  return filled + source.slice(at);
}

/** `undefined` if rendering fails, which is another fault. */
function render(source: string, event: TemplateEvent): string | undefined {
  try {
    return compile(source).render(event).output;
  } catch {
    return undefined;
  }
}

function shown(output: string): string {
  const text = output.trim().replace(/\s+/g, " ");
  return text === "" ? "nothing" : `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}
