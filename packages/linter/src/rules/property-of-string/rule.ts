import { contextKey, type Reference, type ReferenceStep } from "@apigw-vtl/compiler";
import type { ValueSummary } from "../../projections/summary.js";
import { isContextKey } from "../../queries/context-keys.js";
import { defineRule, type TextEdit } from "../../rule.js";

/** What text has as properties: `$s.empty` is `isEmpty()`, `$s.bytes` is `getBytes()`; two are another rule's. */
const stringProperties = new Set(["empty", "bytes", "class", "blank", "length", "size"]);

const methodsOfMaps = new Set(["get", "keySet", "entrySet"]);

/** Text has no members: JSON text, a parameter, what the service writes. */
export const propertyOfString = defineRule({
  meta: {
    id: "property-of-string",
    title: "A member of a text, which has none",
    level: "error",
    set: "recommended",
    fixable: "unsafe",
  },
  create(context) {
    const { parents, values } = context.analysis;
    return {
      Reference(node) {
        const receivers = values.stepsOf(node);
        for (const [i, step] of node.steps.entries()) {
          const receiver = receivers[i];
          if (!receiver || !isMember(step) || !isOnlyText(receiver)) continue;
          if (isMadeText(receiver))
            report(
              step,
              "Use `$input.path('$.…')` for a member of the body, or `$util.parseJson(…)` to read other text.",
            );
          else if (isInputText(receiver)) reportInputText(node, i, step);
          else continue;
          return;
        }
      },
    };

    function report(step: ReferenceStep, instead: string, fix?: readonly TextEdit[]): void {
      context.report({
        range: step.range,
        message: `This is text, not an object: \`${context.text(step.range)}\` of it is the empty string. ${instead}`,
        fix,
      });
    }

    /** `$context.requestId.json`: what follows was meant as text of the document. */
    function reportInputText(node: Reference, index: number, step: ReferenceStep): void {
      const isText = node.steps.slice(index).every(({ type }) => type === "PropertyStep");
      if (!isText || node.formal || !parents.isPrinted(node)) return report(step, "It has no members.");
      const fix = [
        { range: { start: node.nameRange.start, end: node.nameRange.start }, text: "{" },
        { range: { start: step.range.start, end: step.range.start }, text: "}" },
      ];
      const name = context.source.slice(node.nameRange.start, step.range.start);
      report(step, `If it is meant as text, write \`\${${name}}${context.text(step.range)}\`.`, fix);
    }
  },
});

function isMember(step: ReferenceStep): boolean {
  if (step.type === "PropertyStep") return !stringProperties.has(step.name);
  return step.type === "MethodStep" && methodsOfMaps.has(step.name);
}

function isOnlyText({ kinds }: ValueSummary): boolean {
  return kinds.has("string") && [...kinds].every((kind) => kind === "string" || kind === "empty");
}

/** JSON text, escaped text, the body's own. */
function isMadeText({ nature, origin }: ValueSummary): boolean {
  return (
    origin?.root === "input-text" || nature === "json" || nature === "javascript-escaped" || nature === "json-escaped"
  );
}

/** A member of `$context`, a stage variable, a parameter. */
function isInputText({ origin }: ValueSummary): boolean {
  // What an override was set to is known to the template alone.
  if (origin?.root === "context")
    return (
      !/Override$/.test(origin.path[0] ?? "") &&
      isContextKey(origin.path) &&
      contextKey(origin.path.join("."))?.type !== "Map"
    );
  return origin?.root === "stageVariables" || origin?.root === "params";
}
