import type { Block, Reference, Statement } from "@apigw-vtl/compiler";
import type { TextPart, Value } from "../value.js";
import type { ValueMap } from "../values/infer-values.js";
import type { PrintedValue } from "./positions.js";

const DEEPEST_TEXT = 6;

/** Finds the values that a form-encoded document prints; each stands in a name or a value, where `&` would end it. */
export function walkForm(body: Block, values: ValueMap): readonly PrintedValue[] {
  const printed = new Map<string, PrintedValue>();
  const print = (reference: Reference, value: Value, via: Reference | undefined, depth: number): void => {
    if (!value.texts || depth > DEEPEST_TEXT) {
      printed.set(`${reference.range.start} ${via?.range.start}`, { reference, value, position: "form-value", via });
      return;
    }
    const parts = value.texts
      .flat()
      .filter((part): part is Extract<TextPart, { kind: "value" }> => part.kind === "value");
    for (const part of parts) print(part.reference, part.value, via ?? reference, depth + 1);
  };
  const visit = (node: Statement): void => {
    switch (node.type) {
      case "Reference": {
        const value = values.valueOf(node);
        if (value && !node.prefix.escaped && !node.prefix.runt) print(node, value, undefined, 0);
        break;
      }
      case "If":
        for (const branch of [...node.branches, ...(node.otherwise ? [node.otherwise] : [])])
          branch.body.statements.forEach(visit);
        break;
      case "Foreach":
        node.body.statements.forEach(visit);
    }
  };
  body.statements.forEach(visit);
  return [...printed.values()];
}
