import type { Node, Template } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { type OutputShape, shapeOutput } from "./output/output-shape.js";
import { ParentMap } from "./parents.js";
import { findScopes, type Scopes } from "./scopes.js";
import { inferValues, type ValueMap } from "./values/infer-values.js";

/** What rules ask about a template beyond its tree. Each part is computed when first asked for. */
export interface Analysis {
  readonly parents: ParentMap;
  /** Where variables are set and read. */
  readonly scopes: Scopes;
  /** What expressions can be. */
  readonly values: ValueMap;
  /** The document that the template prints, and where in it each expression stands. */
  readonly output: OutputShape;
}

export interface AnalysisInput {
  readonly source: string;
  readonly tree: Template;
  readonly facts: TemplateFacts | undefined;
}

export function analyze(input: AnalysisInput): Analysis {
  const parents = once(() => new ParentMap(input.tree as Node));
  const scopes = once(() => findScopes(input.tree));
  const values = once(() => inferValues(input));
  const output = once(() => shapeOutput({ ...input, values: values() }));
  return {
    get parents() {
      return parents();
    },
    get scopes() {
      return scopes();
    },
    get values() {
      return values();
    },
    get output() {
      return output();
    },
  };
}

function once<Result>(compute: () => Result): () => Result {
  let result: { readonly value: Result } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
