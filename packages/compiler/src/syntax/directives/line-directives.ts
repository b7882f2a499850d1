import { commonOf, type DirectiveDefinition, type DirectiveParts, type Report, refuseWords } from "./definition.js";

/** `#break` leaves the innermost loop; `#break($foreach.parent)` the one named. */
export const breakDirective: DirectiveDefinition = {
  name: "break",
  kind: "line",
  build(parts, report) {
    refuseWords(parts, report);
    atMostOne(parts, report);
    return { type: "Break", ...commonOf(parts), arguments: parts.arguments };
  },
};

/** `#stop` ends the output; an argument is a message for the log. */
export const stopDirective: DirectiveDefinition = {
  name: "stop",
  kind: "line",
  build(parts, report) {
    refuseWords(parts, report);
    atMostOne(parts, report);
    return { type: "Stop", ...commonOf(parts), arguments: parts.arguments };
  },
};

/** Only plain Velocity has it; in the service `#evaluate(…)` is text (recorded). */
export const evaluateDirective: DirectiveDefinition = {
  name: "evaluate",
  kind: "line",
  build(parts, report) {
    refuseWords(parts, report);
    const [source] = parts.arguments;
    const fits = source?.type === "StringLiteral" || source?.type === "Reference";
    if (parts.arguments.length !== 1 || !fits) {
      report("invalid-arguments", parts.header, "#evaluate takes exactly one string or reference.");
    }
    return { type: "Evaluate", ...commonOf(parts), arguments: parts.arguments };
  },
};

function include(name: "include" | "parse"): DirectiveDefinition {
  return {
    name,
    kind: "line",
    build(parts, report) {
      refuseWords(parts, report);
      return { type: "Include", ...commonOf(parts), arguments: parts.arguments };
    },
  };
}

/** Directives of Velocity that the service knows but has no files for: they end in an error when they are reached. */
export const includeDirective = include("include");
export const parseDirective = include("parse");

function atMostOne(parts: DirectiveParts, report: Report): void {
  if (parts.arguments.length <= 1) return;
  const message = `#${parts.name} takes one argument at most: the service refuses the whole template.`;
  report("invalid-arguments", parts.header, message);
}
