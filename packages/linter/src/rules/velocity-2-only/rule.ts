import type { Diagnostic } from "@apigw-vtl/compiler";
import { defineRule } from "../../rule.js";

/** What the text at a syntax error shows, and what to write instead. */
const forms: readonly { readonly form: RegExp; readonly message: string }[] = [
  { form: /^\|/, message: "`${x|'default'}` came with Velocity 2. Test with `#if($x != \"\")` instead." },
  { form: /^[=!]==/, message: "There is no `===`: write `==`." },
  { form: /^\?/, message: "There is no `? :` in Velocity. Use `#if … #else … #end`." },
  { form: /^[-+*/%]=/, message: "There is no such assignment: write `#set($x = $x + 1)`." },
  { form: /^\+\+|^--/, message: "There is no increment: write `#set($i = $i + 1)`." },
];

/** Syntax of other languages and of Velocity 2, which 1.7 cannot read. */
export const velocity2Only = defineRule({
  meta: {
    id: "velocity-2-only",
    title: "Syntax that Velocity 1.7 does not have: `${x|'d'}`, `===`, `?:`, `+=`, `#else` in `#foreach`",
    level: "error",
    set: "recommended",
  },
  create(context) {
    const report = (diagnostic: Diagnostic, why: string) =>
      context.report({
        range: diagnostic.range,
        replaces: diagnostic,
        message: `${why} The service runs Velocity 1.7 and refuses the whole template (500).`,
      });
    return {
      Diagnostic(diagnostic) {
        if (diagnostic.code === "unexpected-end") return;
        const found = formAt(context.source, diagnostic.range.start);
        if (found) report(diagnostic, found);
      },
      Foreach({ body }) {
        for (const statement of body.statements) {
          if (statement.type !== "Error" || !/^#\{?else\}?$/.test(context.text(statement.range))) continue;
          const diagnostic = context.diagnostics.find(({ range }) => range.start === statement.range.start);
          if (!diagnostic) continue;
          report(
            diagnostic,
            "`#foreach … #else` came with Velocity 2. Test the list with `#if($list.isEmpty())` instead.",
          );
        }
      },
    };
  },
});

/** Reading may fail at any character of an operator. */
function formAt(source: string, at: number): string | undefined {
  for (const start of [at, at - 1, at - 2]) {
    const text = source.slice(start, start + 3);
    const found = forms.find(({ form }) => form.test(text));
    if (found && start + 2 >= at) return found.message;
  }
  return undefined;
}
