import type { Reference } from "@apigw-vtl/compiler";
import { isCondition } from "../../queries/conditions.js";
import { loopRoots, type Read, serviceRoots } from "../../queries/scopes.js";
import { UnsetVariables } from "../../queries/unset-variables.js";
import { defineRule } from "../../rule.js";

/** What other hosts of Velocity set: https://velocity.apache.org/tools/1.4/generic/. */
const velocityTools: ReadonlySet<string> = new Set([
  ...["alternator", "class", "convert", "date", "display", "esc", "field", "iterator", "json", "list", "loop", "math"],
  ...["mill", "number", "parser", "render", "sorter", "text", "xml"],
]);

/** A variable that nothing sets, or a loop's variable outside its loop, is the empty string. */
export const undefinedReference = defineRule({
  meta: {
    id: "undefined-reference",
    title: "A variable that nothing sets",
    level: "warning",
    set: "recommended",
  },
  create(context) {
    if (context.dialect !== "apigateway") return {};
    const { scopes, parents } = context.analysis;
    const unset = new UnsetVariables(context);
    const hasLoop = [...scopes.definitions.values()].some((all) => all.some(({ kind }) => kind === "loop"));
    return {
      Template() {
        for (const [name, reads] of scopes.reads) {
          if (serviceRoots.has(name) || name === "ctx") continue;
          for (const read of reads) {
            const { reference } = read;
            const why = whyUndefined(name, read);
            // `\$name` of a variable that nothing sets prints its own text, which is how a `$` is written.
            if (reference.prefix.escaped || why === undefined || (!loopRoots.has(name) && isQuestion(reference)))
              continue;
            context.report({
              range: reference.range,
              message: `${why} It is the empty string here. Set it before, or correct the name.`,
            });
          }
        }
      },
    };

    function whyUndefined(name: string, { reference, loops, inDefine }: Read): string | undefined {
      if (loopRoots.has(name)) {
        if (loops.length > 0 || (inDefine && hasLoop) || scopes.definitions.has(name)) return undefined;
        return `\`$${name}\` has a value only in a #foreach.`;
      }
      const definitions = scopes.definitions.get(name) ?? [];
      if (definitions.length === 0) {
        // A name that ends in a hyphen is another rule's, and so is what the word `null` is taken for.
        const swallowed = /-\d*$/.test(name) || !context.text(reference.range).includes("$");
        const isAnotherRules = swallowed || unset.lookLikeHosts(reference);
        if (isAnotherRules || unset.mayBeSetElsewhere(reference)) return undefined;
        const isTool = velocityTools.has(name) && reference.steps[0]?.type === "MethodStep";
        return isTool
          ? `\`$${name}\` is one of the Velocity Tools, which the service does not have.`
          : `Nothing sets \`$${name}\`.`;
      }
      if (definitions.every(({ kind }) => kind === "loop")) {
        const inside = inDefine || loops.some((loop) => loop.variable?.name === name);
        return inside ? undefined : `\`$${name}\` is the variable of a #foreach, and this is not in that loop.`;
      }
      return undefined;
    }

    /** `$x == $null` and `#if($maybe)`: a comparison with nothing is an idiom. */
    function isQuestion(reference: Reference): boolean {
      const parent = parents.parentOf(reference);
      if (parent?.type === "BinaryExpression" && (parent.operator === "==" || parent.operator === "!=")) {
        return reference.steps.length === 0;
      }
      return isCondition(reference, parents);
    }
  },
});
