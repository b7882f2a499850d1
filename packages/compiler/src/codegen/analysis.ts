import type { Dialect } from "../dialect/index.js";
import type { MacroDirective, Node, Reference, Template } from "../syntax/tree.js";
import { walk } from "../syntax/walk.js";

/** What the generator must know of a template before it writes the first line. */
export interface Analysis {
  /** Every variable that is read or written, by the name Velocity looks up. */
  readonly variables: ReadonlySet<string>;
  /** Variables that the template gives a value; a root that is not among them is what it always was. */
  readonly assigned: ReadonlySet<string>;
  /** How often each name is a loop variable or the target of a `#set`. */
  readonly assignments: ReadonlyMap<string, number>;
  /** `$foreach` is used in a way that needs its object, or outside a loop's own text. */
  readonly needsScope: boolean;
  /** A variable may hold a block: that of a `#define`, or `$bodyContent` in a macro. */
  readonly hasBlocks: boolean;
  /** A `#break` with a scope may be run in any loop's rounds, since blocks, macros and `#evaluate` are: see `signals.ts`. */
  readonly hasScopedBreaks: boolean;
  /** Macros or `#evaluate`: variables live in contexts, since a macro sees its caller's. */
  readonly dynamic: boolean;
  /** By name; the definition that ends first counts, so one inside another comes before it. */
  readonly macros: ReadonlyMap<string, MacroDirective>;
}

const simpleScopeMembers = new Set(["index", "count", "hasNext", "first", "last"]);

/** `$foreach.index` and its like, which the generator writes as the loop's own counter. */
export function scopeMember(node: Reference): string | undefined {
  const [step] = node.steps;
  if (node.name !== "foreach" || node.prefix.runt) return undefined;
  return step?.type === "PropertyStep" && simpleScopeMembers.has(step.name) ? step.name : undefined;
}

export function analyze(template: Template, dialect: Dialect): Analysis {
  const variables = new Set<string>();
  const assignments = new Map<string, number>();
  const definitions: MacroDirective[] = [];
  let needsScope = false;
  let hasBlocks = false;
  let hasScopedBreaks = false;
  let dynamic = false;
  const assign = (name: string) => {
    variables.add(name);
    assignments.set(name, (assignments.get(name) ?? 0) + 1);
  };
  const visit = (node: Node) => {
    switch (node.type) {
      case "Reference":
        variables.add(node.name);
        needsScope ||= node.name === "foreach" && scopeMember(node) === undefined;
        break;
      case "Set":
        if (node.target.type === "Reference" && node.target.steps.length === 0) assign(node.target.prefix.assigned);
        break;
      case "Foreach":
        if (node.variable) assign(node.variable.name);
        // They count as variables only where the template mentions them.
        for (const name of ["velocityCount", "velocityHasNext"]) assignments.set(name, 1);
        break;
      case "Define":
        hasBlocks = true;
        if (node.variable) assign(node.variable.prefix.assigned);
        break;
      case "Macro":
        definitions.push(node);
        break;
      case "MacroCall":
        hasBlocks ||= dialect.macros && node.body !== undefined;
        break;
      case "Evaluate":
        dynamic = hasBlocks = hasScopedBreaks = true;
        break;
      case "Break":
        hasScopedBreaks ||= node.arguments.length > 0;
        break;
    }
  };
  walk(template, visit);
  dynamic ||= dialect.macros && definitions.length > 0;
  // In a block that is printed elsewhere `$foreach` is the loop there.
  needsScope ||= dynamic || hasBlocks || hasScopedBreaks || assignments.has("foreach");
  if (needsScope) assign("foreach");
  const assigned = new Set(assignments.keys());
  const macros = new Map<string, MacroDirective>();
  definitions.sort((a, b) => a.range.end - b.range.end);
  for (const node of definitions) if (!macros.has(node.macroName)) macros.set(node.macroName, node);
  return { variables, assigned, assignments, needsScope, hasBlocks, hasScopedBreaks, dynamic, macros };
}
