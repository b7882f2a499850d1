import { parseJson } from "../json/parse.js";
import { JavaException, type Value } from "../value.js";
import type { Evaluation, Walk } from "./evaluation.js";
import { type CompiledWalk, compileWalk } from "./path-compiler.js";
import type { PathSyntax, PathToken } from "./path-syntax.js";

/** JSON written in the path; functions that make no use of it do not mind what it is. */
export class JsonArgument {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  bind(): () => Value {
    return () => parseJson(this.#text);
  }

  readAllOf(): never {
    throw new JavaException("java.lang.NullPointerException", "the argument of length() is no path");
  }
}

/** A path as it stands after the functions called so far have rewritten it. */
export interface RewrittenPath {
  readonly tokens: readonly PathToken[];
  readonly read: CompiledWalk;
}

/**
 * A path among the arguments. It starts at the document, with `@` too. Jayway rewrites the first one at each call, which
 * shows where a function is called more than once: `length()` appends a wildcard, and all functions drop one.
 */
export class PathArgument {
  readonly #path: PathSyntax;
  readonly #original: RewrittenPath;
  readonly #isRewritten: boolean;

  constructor(path: PathSyntax) {
    this.#path = path;
    this.#original = { tokens: path.tokens, read: compileWalk(path) };
    this.#isRewritten = path.tokens.length > 0 && path.tokens.at(-1)?.kind !== "function";
  }

  /** Read at each call, which can fail; but the value stays the first one, unless the document has changed meanwhile. */
  bind({ evaluation, requiresProperties }: Walk): () => Value {
    const read = this.#current(evaluation).read(evaluation.document, evaluation, requiresProperties);
    const { version } = evaluation;
    const bound = evaluation.boundArguments.get(this.#path);
    const value = bound?.version === version ? bound.value : read;
    evaluation.boundArguments.set(this.#path, { version, value });
    return () => value;
  }

  /** What `length()` counts: the members of what the path finds in the value. */
  readAllOf(value: Value, { evaluation, requiresProperties }: Walk): Value {
    if (this.#isRewritten) this.#rewrite(evaluation, [...this.#current(evaluation).tokens, { kind: "wildcard" }]);
    if (value === null) throw new JavaException("java.lang.IllegalArgumentException", "root can not be null");
    return this.#current(evaluation).read(value, evaluation.of(value), requiresProperties);
  }

  dropWildcard(evaluation: Evaluation): void {
    if (!this.#isRewritten) return;
    const { tokens } = this.#current(evaluation);
    const at = tokens.findIndex(({ kind }, index) => index > 0 && kind === "wildcard");
    if (at !== -1) this.#rewrite(evaluation, [...tokens.slice(0, at), ...tokens.slice(at + 1)]);
  }

  #current(evaluation: Evaluation): RewrittenPath {
    return evaluation.rewrittenArguments.get(this.#path) ?? this.#original;
  }

  #rewrite(evaluation: Evaluation, tokens: readonly PathToken[]): void {
    evaluation.rewrittenArguments.set(this.#path, { tokens, read: compileWalk(this.#path, tokens) });
  }
}
