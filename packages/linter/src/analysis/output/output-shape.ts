import type { Range, Reference } from "@apigw-vtl/compiler";
import type { AnalysisInput } from "../analysis.js";
import type { ValueMap } from "../values/infer-values.js";
import type { MisplacedText, TrailingComma } from "./json-state.js";
import { type OutputKind, outputKindOf } from "./output-kind.js";
import type { OutputPosition, PrintedValue } from "./positions.js";
import { walkForm } from "./walk-form.js";
import { walkJson } from "./walk-json.js";

/** The document that a template prints. */
export interface OutputShape {
  readonly kind: OutputKind;
  /** Every printed value of unknown text, by place; one that is printed at several kinds of places more than once. */
  readonly printed: readonly PrintedValue[];
  /** Commas that a bracket can follow. */
  readonly trailingCommas: readonly TrailingComma[];
  /** Text that follows the end of a JSON document. */
  readonly textAfter: readonly Range[];
  /** The first character that JSON does not have where it stands, on some way through the template. */
  readonly misplaced: MisplacedText | undefined;
  /** The one kind of place where a reference is printed; `undefined` if there is none, or more than one. */
  positionOf(reference: Reference): OutputPosition | undefined;
}

export function shapeOutput({ source, tree, values }: AnalysisInput & { readonly values: ValueMap }): OutputShape {
  const kind = outputKindOf(tree.body, values);
  const json = kind === "json" ? walkJson(source, tree, values) : undefined;
  const printed =
    json?.printed ??
    walkForm(tree.body, values).map(
      (value): PrintedValue =>
        kind === "form" ? value : { ...value, position: kind === "value" ? "json-document" : "other" },
    );
  /** `undefined` of references that are printed at several kinds of places. */
  const positions = new Map<Reference, OutputPosition | undefined>();
  for (const { reference, position } of printed) {
    const isOther = positions.has(reference) && positions.get(reference) !== position;
    positions.set(reference, isOther ? undefined : position);
  }
  return {
    kind,
    printed: [...printed].sort((a, b) => a.reference.range.start - b.reference.range.start),
    trailingCommas: json?.trailingCommas ?? [],
    textAfter: json?.textAfter ?? [],
    misplaced: json?.misplaced,
    positionOf: (reference) => positions.get(reference),
  };
}
