import type { DirectiveDefinition } from "../syntax/directives/index.js";

export type DialectName = "apigateway" | "velocity";

/** What differs between the service and plain Velocity 1.7. Everything else is the same language. */
export interface Dialect {
  readonly name: DialectName;
  /** Directives beside those of the grammar (`#set`, `#if`, …); all other names are macro calls or text. */
  readonly directives: ReadonlyMap<string, DirectiveDefinition>;
  /** Whether `#macro` defines anything; where it does not, it is swallowed and calls print their own text. */
  readonly macros: boolean;
  /** What a reference without a value is: the empty string in the service, null (prints its source) in Velocity. */
  readonly invalidReference: "empty-string" | "null";
  /** Rounds after which a `#foreach` silently ends. */
  readonly maxLoops: number;
  /** Variables that exist before the template sets any. */
  readonly roots: "gateway" | "context-entries";
}
