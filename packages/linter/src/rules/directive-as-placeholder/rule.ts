import type { Range } from "@apigw-vtl/compiler";
import { isWithinQuotes } from "../../queries/within-quotes.js";
import { defineRule } from "../../rule.js";

/** DynamoDB's placeholders for names of attributes begin with `#`, as directives do. */
export const directiveAsPlaceholder = defineRule({
  meta: {
    id: "directive-as-placeholder",
    title: "A placeholder of DynamoDB that Velocity takes for a directive, such as `#end` or `#stop`",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { source, diagnostics } = context;
    // What defines a placeholder is a key of ExpressionAttributeNames.
    const names = new Set([...source.matchAll(/"#([a-z]+)"\s*:/g)].map(([, name]) => name!));
    if (names.size === 0) return {};
    const printed: Range[] = [];
    const isPrinted = (offset: number) => printed.some(({ start, end }) => start <= offset && offset < end);
    return {
      Text: ({ range }) => void printed.push(range),
      Comment: ({ range }) => void printed.push(range),
      // A name that no macro has is text.
      MacroCall: ({ header }) => void printed.push(header),
      "Template:exit"() {
        const places = [...source.matchAll(/(?<=[\s(,"])#([a-z]+)(?=[\s"),=<>])/g)]
          .filter(({ 1: name, index }) => names.has(name!) && !isPrinted(index) && isWithinQuotes(source, index))
          .map(({ 0: { length }, index }): Range => ({ start: index, end: index + length }));
        const edits = places.map((range) => ({ range, text: `${context.text(range)}_` }));
        for (const [i, range] of places.entries()) {
          const name = context.text(range);
          const replaces = diagnostics.find(({ range: { start } }) => start === range.start);
          context.report({
            range,
            message:
              `Velocity takes \`${name}\` for its directive, within quotes too, so that DynamoDB never sees this placeholder ` +
              `and the output breaks off or the service refuses the template. Give the placeholder another name, such as \`${name}_\`.`,
            ...(replaces && { replaces }),
            ...(i === 0 && { fix: edits }),
          });
        }
      },
    };
  },
});
