import { keptIn, remembered, rememberedByKey } from "../../remembered.js";

/** The part of an event that an input belongs to; `parameter` is `$input.params('x')`, wherever `x` was sent. */
export type SymbolRoot = "body" | "parameter" | "header" | "querystring" | "path" | "context" | "stageVariables";

export type SymbolStep =
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  /** What a `#foreach`, the n-th of its template, goes through: the elements of a list, or the values of a map. */
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

const roots: { [Root in SymbolRoot]?: InputSymbol } = {};

export function rootSymbol(root: SymbolRoot): InputSymbol {
  roots[root] ??= { key: root, root, steps: [] };
  return roots[root];
}

/** What was asked for below a symbol: mostly the same members, again and again. */
const membersOf = remembered((_: InputSymbol) => new Map<string, InputSymbol>());

const MOST_KNOWN = 1000;

export function below(symbol: InputSymbol, step: SymbolStep): InputSymbol {
  const { key, root, steps } = symbol;
  const members = membersOf(symbol);
  if (members.size > MOST_KNOWN) members.clear();
  return keptIn(members, nameOf(step), () => ({ key: key + stepKey(step), root, steps: [...steps, step] }));
}

function nameOf(step: SymbolStep): string {
  return step.kind === "member" ? `.${step.name}` : stepKey(step);
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

const pastSymbols = remembered((symbol: InputSymbol) =>
  rememberedByKey((loop: string): InputSymbol => {
    const key = symbol.key.replaceAll(`*${loop}]`, `*${loop}${PAST}]`).replaceAll(`@${loop}]`, `@${loop}${PAST}]`);
    return { ...symbol, key };
  }),
);

/** The symbol as seen after the round that it belongs to; nothing can be learned about it any more. */
export function pastSymbol(symbol: InputSymbol, loop: string): InputSymbol {
  return pastSymbols(symbol)(loop);
}

export function isPast(key: string): boolean {
  return key.includes(`${PAST}]`);
}
