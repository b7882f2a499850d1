import { defineRule } from "../../rule.js";

/** A document ends with its last bracket. */
export const textAfterJson = defineRule({
  meta: {
    id: "text-after-json",
    title: "Text behind the end of a JSON document",
    level: "warning",
    set: "recommended",
    about: "output",
  },
  create(context) {
    return {
      Template() {
        // Where the reading went wrong, brackets may be lost.
        if (context.diagnostics.some(({ severity }) => severity === "error")) return;
        for (const range of context.analysis.output.textAfter) {
          // What the host fills in may be nothing, or directives.
          if (context.holes.some((hole) => hole.start < range.end && range.start < hole.end)) continue;
          context.report({
            range,
            message:
              context.text(range) === ":"
                ? "This is a member without the braces of an object around it, which is not JSON. Put `{` and `}` around the members."
                : "The JSON document ends before this text, and a parser refuses what follows. Remove it, or check the brackets before it.",
          });
        }
      },
    };
  },
});
