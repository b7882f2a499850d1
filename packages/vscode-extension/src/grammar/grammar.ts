/** What `vscode-textmate` reads: the part of the TextMate format that these grammars use. */
export interface Grammar {
  readonly scopeName: string;
  readonly name: string;
  /** Where the grammar's rules are tried inside files of other languages. */
  readonly injectionSelector?: string;
  readonly patterns: readonly Rule[];
  readonly repository?: Readonly<Record<string, Rule>>;
}

/** Regular expressions are Oniguruma's. */
export type Rule = IncludeRule | GroupRule | MatchRule | SpanRule;

interface IncludeRule {
  readonly include: string;
}

interface GroupRule {
  readonly patterns: readonly Rule[];
}

interface MatchRule {
  readonly match: string;
  readonly name?: string;
  readonly captures?: Captures;
}

/** From `begin` to `end`, or over the lines that `while` matches. */
type SpanRule = {
  readonly begin: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly beginCaptures?: Captures;
  readonly patterns?: readonly Rule[];
} & (
  | { readonly end: string; readonly endCaptures?: Captures }
  | { readonly while: string; readonly whileCaptures?: Captures }
);

/** Scopes of groups; `undefined` for one that needs none. */
type Captures = Readonly<Record<string, { readonly name: string } | { readonly patterns: readonly Rule[] }>>;

/** Scopes of groups 1, 2, …, in order; an empty one gives a group no scope of its own. */
export function scopes(...names: readonly string[]): Captures {
  return Object.fromEntries(names.flatMap((name, i) => (name === "" ? [] : [[String(i + 1), { name }]])));
}

export const include = (name: string): IncludeRule => ({ include: name });
