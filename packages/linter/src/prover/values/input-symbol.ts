/** The part of an event that an input belongs to; `parameter` is `$input.params('x')`, wherever `x` was sent. */
export type SymbolRoot = "body" | "parameter" | "header" | "querystring" | "path" | "context" | "stageVariables";

export type SymbolStep =
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  /** What a `#foreach` at an offset of the template goes through: the elements of a list, or the values of a map. */
  | { readonly kind: "element"; readonly loop: string }
  /** The name of a member, in a `#foreach` over `keySet()`. */
  | { readonly kind: "name"; readonly loop: string }
  /** The member whose name another input is. */
  | { readonly kind: "named-by"; readonly key: string }
  /** A text, read as JSON. */
  | { readonly kind: "parsed" }
  /** A JSONPath that is more than names and indexes. */
  | { readonly kind: "json-path"; readonly path: string };

/**
 * An input, which is one value for the whole of a rendering (or, below an `element` or `name`, of a round). Equal keys
 * mean the same input.
 */
export interface InputSymbol {
  readonly key: string;
  readonly root: SymbolRoot;
  readonly steps: readonly SymbolStep[];
}

export function rootSymbol(root: SymbolRoot): InputSymbol {
  return { key: root, root, steps: [] };
}

export function below(symbol: InputSymbol, step: SymbolStep): InputSymbol {
  return { key: symbol.key + stepKey(step), root: symbol.root, steps: [...symbol.steps, step] };
}

function stepKey(step: SymbolStep): string {
  switch (step.kind) {
    case "member":
      return `.${JSON.stringify(step.name)}`;
    case "index":
      return `[${step.index}]`;
    case "element":
      return `[*${step.loop}]`;
    case "name":
      return `[@${step.loop}]`;
    case "named-by":
      return `{${step.key}}`;
    case "parsed":
      return "!";
    case "json-path":
      return `<${JSON.stringify(step.path)}>`;
  }
}

/** Whether a key belongs to a round of the loop; no fact about it holds in another round. */
export function isOfLoop(key: string, loop: string): boolean {
  return key.includes(`*${loop}]`) || key.includes(`@${loop}]`);
}

const PAST = "~";

/** The symbol as seen after the round that it belongs to; nothing can be learned about it any more. */
export function pastSymbol(symbol: InputSymbol, loop: string): InputSymbol {
  const key = symbol.key.replaceAll(`*${loop}]`, `*${loop}${PAST}]`).replaceAll(`@${loop}]`, `@${loop}${PAST}]`);
  return { ...symbol, key };
}

export function isPast(key: string): boolean {
  return key.includes(`${PAST}]`);
}
