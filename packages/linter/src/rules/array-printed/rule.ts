import type { Reference } from "@apigw-vtl/compiler";
import { valuesSet } from "../../queries/scopes.js";
import { defineRule } from "../../rule.js";

/** What gives a Java array, which is no list. */
const givesArray = /^(?:split|getBytes|toCharArray|toArray)$/;

const DEEPEST = 5;

/** A Java array prints its class and an address. */
export const arrayPrinted = defineRule({
  meta: {
    id: "array-printed",
    title: "A Java array printed, such as what `split` gives",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    const { parents, scopes } = context.analysis;
    return {
      Reference(node) {
        if (!parents.isPrinted(node)) return;
        const source = arraySource(node, 0);
        if (source === undefined) return;
        context.report({
          range: node.range,
          message:
            `\`${source}\` gives a Java array, which prints its class and an address, \`[Ljava.lang.String;@1b28cdfa\`, another ` +
            "one for each request. Print its elements in a `#foreach`, or one of them: `[0]`.",
        });
      },
    };

    /** The name of what gives the array that a reference is, as far as every `#set` of its variable says so. */
    function arraySource({ name, steps }: Reference, depth: number): string | undefined {
      const last = steps.at(-1);
      if (last?.type === "MethodStep") return givesArray.test(last.name) ? last.name : undefined;
      if (last?.type === "PropertyStep" && last.name === "bytes") return context.text(last.nameRange);
      if (last !== undefined || depth > DEEPEST) return undefined;
      const sources = valuesSet(scopes, name).map((value) =>
        value?.type === "Reference" ? arraySource(value, depth + 1) : undefined,
      );
      return sources.includes(undefined) ? undefined : sources[0];
    }
  },
});
