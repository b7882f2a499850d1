import type { FilterExpression } from "./filter-syntax.js";

/** One step of a path. */
export type PathToken =
  /** One name, or several (`['a','b']`). */
  | { readonly kind: "property"; readonly names: readonly string[] }
  /** One index, or several (`[0,2]`); negative ones count from the end. */
  | { readonly kind: "index"; readonly indexes: readonly number[] }
  /** `[from:to]`; at least one is there. */
  | { readonly kind: "slice"; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: "wildcard" }
  /** `..`, always followed by another token. */
  | { readonly kind: "scan" }
  | { readonly kind: "filter"; readonly filter: FilterExpression }
  | { readonly kind: "function"; readonly name: string; readonly args: readonly FunctionArgument[] };

/** An argument of a path function: JSON in the path itself, read when the function uses it, or a path. */
export type FunctionArgument =
  | { readonly kind: "json"; readonly text: string }
  | { readonly kind: "path"; readonly path: PathSyntax };

export interface PathSyntax {
  /** `$` is the document; `@` in a filter is the item it looks at, elsewhere the document too. */
  readonly root: "$" | "@";
  readonly tokens: readonly PathToken[];
  /** A function has been put before a scan; what follows it is still behind an indefinite token to Jayway. */
  readonly isInverted?: true;
}

/** Whether the token alone selects at most one value. Several names do if they end the path: they make one map. */
export function isDefiniteToken(token: PathToken, isLast: boolean): boolean {
  switch (token.kind) {
    case "property":
      return token.names.length === 1 || isLast;
    case "index":
      return token.indexes.length === 1;
    case "function":
      return true;
    default:
      return false;
  }
}

/** Whether the path gives one value, or none, rather than a list. */
export function isDefinite(path: PathSyntax): boolean {
  return path.tokens.every((token, index) => isDefiniteToken(token, index === path.tokens.length - 1));
}
