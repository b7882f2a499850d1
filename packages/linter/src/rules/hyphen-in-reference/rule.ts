import type { Reference } from "@apigw-vtl/compiler";
import { serviceRoots } from "../../queries/scopes.js";
import { defineRule } from "../../rule.js";

/** `-` belongs to names and numbers: `$a-1` is the variable `a-1`, and `3-1` is two numbers side by side. */
export const hyphenInReference = defineRule({
  meta: {
    id: "hyphen-in-reference",
    title: "A minus that Velocity reads as part of a name or number",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const isSet = (name: string) => context.analysis.scopes.definitions.has(name) || serviceRoots.has(name);
    return {
      Diagnostic(diagnostic) {
        const { range } = diagnostic;
        const number = context.text(range);
        if (!/^-\d/.test(number) || diagnostic.code !== "unexpected-token") return;
        context.report({
          range,
          replaces: diagnostic,
          message:
            `\`${number}\` is one number to Velocity, so an operator is missing before it and the service refuses the ` +
            "whole template. Put blanks around the minus.",
          fix: [{ range, text: ` - ${number.slice(1)}` }],
        });
      },
      Reference(node) {
        const name = hyphenated(node, isSet);
        if (name === undefined) return;
        const cut = name.range.start + name.meant.length;
        const range = { start: node.range.start, end: name.range.end };
        context.report({
          range,
          message:
            `\`-\` is a letter of names in Velocity: this reads \`${name.text}\`, which nothing sets, and prints nothing. ` +
            `Write \`\${${context.text({ start: node.nameRange.start, end: cut })}}\` before a hyphen, or blanks around a minus.`,
        });
      },
    };
  },
});

/** The name of a reference that ends in a hyphen, or holds one where the part before it is a variable. */
function hyphenated({ name, nameRange, steps, formal }: Reference, isSet: (name: string) => boolean) {
  if (formal) return undefined;
  const meant = beforeHyphens(name.replace(/(?<!\d)\d+$/, ""));
  if (meant !== undefined && !isSet(name) && isSet(meant)) return { text: name, meant, range: nameRange };
  const last = steps.at(-1);
  if (last?.type !== "PropertyStep") return undefined;
  const property = beforeHyphens(last.name);
  return property === undefined ? undefined : { text: last.name, meant: property, range: last.nameRange };
}

/** A name without the hyphens that it ends in. A loop, since a regular expression would try each of them as the first. */
function beforeHyphens(name: string): string | undefined {
  let end = name.length;
  while (name[end - 1] === "-") end--;
  return end === name.length ? undefined : name.slice(0, end);
}
