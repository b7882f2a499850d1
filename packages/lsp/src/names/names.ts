import { childrenOf, type MacroDirective, type Node, type Range } from "@apigw-vtl/compiler";
import { loopRoots, serviceRoots } from "@apigw-vtl/linter";
import type { ReadTemplate } from "../documents/template-reading.js";

/** A place where a name stands. The range is that of the name alone, without `$` and braces. */
export interface Occurrence {
  readonly range: Range;
  readonly role: "definition" | "read";
  /** What the name belongs to: the directive that defines it, the reference or call that uses it. */
  readonly node: Node;
}

/** Something with a name, and all places where the template names it. */
export interface NamedThing {
  readonly kind: "variable" | "parameter" | "macro" | "service";
  readonly name: string;
  /** In order of place. */
  readonly occurrences: readonly Occurrence[];
}

/** Everything that has a name in a template. A variable is one thing throughout: Velocity has no blocks of scope. */
export function namesOf(view: ReadTemplate): readonly NamedThing[] {
  return view.derive(collectNames);
}

/** The thing whose name stands at an offset, and that place. */
export function nameAt(
  view: ReadTemplate,
  offset: number,
): { readonly thing: NamedThing; readonly occurrence: Occurrence } | undefined {
  for (const thing of namesOf(view)) {
    const occurrence = thing.occurrences.find(({ range }) => range.start <= offset && offset <= range.end);
    if (occurrence !== undefined) return { thing, occurrence };
  }
  return undefined;
}

function collectNames(view: ReadTemplate): readonly NamedThing[] {
  if (!view.isMappingTemplate) return [];
  const names = new NameCollector(view);
  names.visit(view.tree, undefined);
  return names.things();
}

interface Collected extends NamedThing {
  readonly occurrences: Occurrence[];
}

class NameCollector {
  readonly #view: ReadTemplate;
  readonly #things = new Map<string, Collected>();

  constructor(view: ReadTemplate) {
    this.#view = view;
  }

  /** Calls of macros that the template does not define are no names: they print their own text. */
  things(): readonly NamedThing[] {
    const things = [...this.#things.values()].filter(
      ({ kind, occurrences }) => kind !== "macro" || occurrences.some(({ role }) => role === "definition"),
    );
    for (const { occurrences } of things) occurrences.sort((a, b) => a.range.start - b.range.start);
    return things;
  }

  visit(node: Node, macro: MacroDirective | undefined): void {
    this.#add(node, macro);
    const target = targetOf(node);
    for (const child of childrenOf(node)) {
      // The name that is assigned was added with its directive; its steps are read.
      if (child === target && child.type === "Reference") {
        for (const step of child.steps) this.visit(step, macro);
      } else if (node.type !== "Macro" || child === node.body) {
        this.visit(child, node.type === "Macro" ? node : macro);
      }
    }
  }

  #add(node: Node, macro: MacroDirective | undefined): void {
    switch (node.type) {
      case "Reference":
        if (!node.prefix.runt) this.#addVariable(node.name, { range: node.nameRange, role: "read", node }, macro);
        break;
      case "Set":
        if (node.target.type === "Reference" && node.target.prefix.assigned === node.target.name) {
          const { name, nameRange, steps } = node.target;
          const role = steps.length === 0 ? "definition" : "read";
          this.#addVariable(name, { range: nameRange, role, node }, macro);
        }
        break;
      case "Foreach":
      case "Define":
        if (node.variable) {
          const { name, nameRange } = node.variable;
          this.#addVariable(name, { range: nameRange, role: "definition", node }, macro);
        }
        break;
      case "Macro":
        this.#put("macro", node.macroName, "", { range: node.macroNameRange, role: "definition", node });
        for (const { name, nameRange } of node.parameters) {
          this.#addVariable(name, { range: nameRange, role: "definition", node }, node);
        }
        break;
      case "MacroCall": {
        const name = node.name.replace(/^@/, "");
        const start = this.#view.source.indexOf(name, node.header.start);
        this.#put("macro", name, "", { range: { start, end: start + name.length }, role: "read", node });
        break;
      }
      default:
    }
  }

  #addVariable(name: string, occurrence: Occurrence, macro: MacroDirective | undefined): void {
    if (name === "") return;
    if (macro?.parameters.some((parameter) => parameter.name === name)) {
      this.#put("parameter", name, String(macro.range.start), occurrence);
    } else this.#put(serviceRoots.has(name) || loopRoots.has(name) ? "service" : "variable", name, "", occurrence);
  }

  #put(kind: NamedThing["kind"], name: string, scope: string, occurrence: Occurrence): void {
    const key = `${kind} ${scope} ${name}`;
    const thing = this.#things.get(key);
    if (thing) thing.occurrences.push(occurrence);
    else this.#things.set(key, { kind, name, occurrences: [occurrence] });
  }
}

/** The reference that a directive gives a value to. */
function targetOf(node: Node): Node | undefined {
  if (node.type === "Set") return node.target;
  return node.type === "Foreach" || node.type === "Define" ? node.variable : undefined;
}
