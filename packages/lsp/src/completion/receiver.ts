import { type Node, parse, type Reference, type Template, walk } from "@apigw-vtl/compiler";
import { type Analysis, analyze, type ValueSummary, withNodesOf } from "@apigw-vtl/linter";
import type { TemplateView } from "../documents/template-view.js";

/** What a member is asked of: one of the service's objects that have members of their own, or a value. */
export type Receiver =
  | { readonly kind: "input" | "util" | "method" | "loop" }
  /** `variable`: the template's own, if it is asked itself. */
  | { readonly kind: "value"; readonly value: ValueSummary | undefined; readonly variable?: string };

/**
 * What stands before the dot at `dot`. The name behind it may be missing as yet: then the template is read as if there
 * were one, and the reference were closed.
 */
export function receiverAt(view: TemplateView, dot: number, typed: string): Receiver | undefined {
  const wanted = dot + 1 + typed.length;
  const whole = findStep(view.tree, dot);
  if (whole) return receiverOf(whole, view.analysis);
  const { source } = view;
  const fillers = ["zz", "zz}", "zz)", "zz})", "zz = 1", "zz = 1)"];
  return completedReceiver(
    view,
    dot,
    fillers.map((filler) => source.slice(0, wanted) + filler + source.slice(wanted)),
  );
}

/** What the reference that ends at an offset is. What follows may be half a call, and is left out. */
export function referenceEndingAt(view: TemplateView, end: number): Receiver | undefined {
  return completedReceiver(
    view,
    end,
    [".zz", ".zz)", ".zz}", ".zz})", ".zz = 1)"].map((filler) => view.source.slice(0, end) + filler),
  );
}

function completedReceiver(view: TemplateView, dot: number, sources: readonly string[]): Receiver | undefined {
  const { facts, config, holes, analysis } = view;
  const { dialect, assumptions } = config;
  for (const source of sources) {
    const fresh = parse(source, { dialect });
    const earlier = holes.length === 0 ? analysis.version : undefined;
    const tree = earlier ? withNodesOf(earlier, source, fresh.tree) : fresh.tree;
    const found = findStep(tree, dot);
    if (found) return receiverOf(found, analyze({ source, tree, facts, holes: [], assumptions, earlier }));
  }
  return undefined;
}

interface Found {
  readonly reference: Reference;
  /** The step that begins with the dot. */
  readonly index: number;
}

function findStep(tree: Template, dot: number): Found | undefined {
  let found: Found | undefined;
  walk(tree, (node: Node) => {
    if (node.type !== "Reference" || node.range.start > dot || dot > node.range.end) return;
    const index = node.steps.findIndex((step) => step.range.start === dot && step.type !== "IndexStep");
    if (index >= 0) found = { reference: node, index };
  });
  return found;
}

function receiverOf({ reference, index }: Found, { scopes, values }: Analysis): Receiver {
  if (index === 0 && !scopes.definitions.has(reference.name)) {
    switch (reference.name) {
      case "input":
      case "util":
      case "method":
        return { kind: reference.name };
      case "foreach":
        return { kind: "loop" };
    }
  }
  const before = reference.steps[index - 1];
  const isOuterLoop =
    reference.name === "foreach" && before?.type === "PropertyStep" && /parent|topmost/.test(before.name);
  if (isOuterLoop) return { kind: "loop" };
  const variable = index === 0 && scopes.definitions.has(reference.name) ? { variable: reference.name } : {};
  return { kind: "value", value: values.stepsOf(reference)[index], ...variable };
}
