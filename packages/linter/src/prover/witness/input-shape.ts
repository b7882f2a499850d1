import { keptIn } from "../../remembered.js";
import type { InputSymbol } from "../values/input-symbol.js";

/** What a template reads below an input. */
export interface InputShape {
  readonly members: Map<string, InputShape>;
  /** Elements of a list, or values of a map, that a loop goes through. */
  items: InputShape | undefined;
  /** Members under whatever name, in loops over `keySet()`. */
  named: InputShape | undefined;
  /** The text read as JSON. */
  parsed: InputShape | undefined;
  /** Texts that it is compared with. */
  readonly hints: Set<string>;
}

export function emptyShape(): InputShape {
  return { members: new Map(), items: undefined, named: undefined, parsed: undefined, hints: new Set() };
}

/** The shapes of the roots, by their names. */
export function shapeOfInputs(
  symbols: readonly InputSymbol[],
  hints: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, InputShape> {
  const roots = new Map<string, InputShape>();
  for (const symbol of symbols) {
    let shape = keptIn(roots, symbol.root, emptyShape);
    for (const step of symbol.steps) {
      switch (step.kind) {
        case "member":
          shape = keptIn(shape.members, step.name, emptyShape);
          break;
        case "index":
        case "element":
          shape = shape.items ??= emptyShape();
          break;
        case "name":
        case "named-by":
          shape = shape.named ??= emptyShape();
          break;
        case "parsed":
          shape = shape.parsed ??= emptyShape();
          break;
        case "json-path":
          shape = namesIn(step.path).reduce((inner, name) => keptIn(inner.members, name, emptyShape), shape);
          break;
      }
    }
    for (const hint of hints.get(symbol.key) ?? []) shape.hints.add(hint);
  }
  return roots;
}

/** The names that a JSONPath mentions, which is a guess at what it needs. */
function namesIn(path: string): readonly string[] {
  return path.match(/[A-Za-z_]\w*/g) ?? [];
}
