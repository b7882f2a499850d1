import type { SetDirective } from "@apigw-vtl/compiler";
import { excludeEachOther } from "../../queries/exclusive-branches.js";
import { nameOf } from "../../queries/member-names.js";
import { defineRule } from "../../rule.js";

/** A header, query parameter or path parameter may be overridden once. */
export const doubleOverride = defineRule({
  meta: {
    id: "double-override",
    title: "An override that is set twice",
    level: "error",
    set: "recommended",
  },
  create(context) {
    const overrides = new Map<string, SetDirective[]>();
    return {
      Set(node) {
        const key = overriddenBy(node);
        if (key === undefined) return;
        const earlier = overrides.get(key);
        if (!earlier) overrides.set(key, [node]);
        else {
          if (earlier.some((other) => !excludeEachOther(context.tree, other.range.start, node.range.start))) {
            context.report({
              range: node.header,
              message:
                `\`${key}\` is overridden a second time here: the service answers 5XX when one parameter is overridden ` +
                "twice. Work out the value in a variable, and set the override once.",
            });
          }
          earlier.push(node);
        }
      },
    };
  },
});

/** `requestOverride.header.X` of `#set($context.requestOverride.header.X = …)`. */
function overriddenBy({ target }: SetDirective): string | undefined {
  if (target.type !== "Reference" || target.name !== "context") return undefined;
  const names = target.steps.map(nameOf);
  if (names.includes(undefined)) return undefined;
  const [scope, location, name, ...rest] = names;
  if (rest.length > 0 || name === undefined || (scope !== "requestOverride" && scope !== "responseOverride"))
    return undefined;
  return ["header", "querystring", "path"].includes(location ?? "") ? names.join(".") : undefined;
}
