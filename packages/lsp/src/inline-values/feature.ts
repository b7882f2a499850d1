import { type Node, type Reference, walk } from "@apigw-vtl/compiler";
import { InlineValueRequest, type InlineValueText } from "vscode-languageserver-protocol";
import { distinctTexts } from "../documents/distinct-texts.js";
import type { TemplateView } from "../documents/template-view.js";
import { shortText, type ViewValues, valuesOf } from "../sample-values/values-of.js";
import { inDocument } from "../server/template-request.js";

/** Values of variables beside the text, where an editor shows them while debugging. */
export const inlineValueFeature = inDocument(InlineValueRequest.type, {
  capabilities: ({ capabilities }) => (capabilities.textDocument?.inlineValue ? { inlineValueProvider: true } : {}),
  provide: async ({ views, params, services }): Promise<InlineValueText[]> => {
    const result: InlineValueText[] = [];
    for (const view of distinctTexts(views)) {
      const values = await valuesOf(view, services.samples, { made: true });
      if (values === undefined) continue;
      for (const { reference, steps, end } of variablesIn(view)) {
        const found = textOf(view, values, reference, steps, end);
        if (
          found &&
          found.range.end.line >= params.range.start.line &&
          found.range.start.line <= params.range.end.line
        ) {
          result.push(found);
        }
      }
    }
    return result;
  },
});

interface Place {
  readonly reference: Reference;
  readonly steps: number;
  readonly end: number;
}

/** Each reference, without the calls at its end. */
function variablesIn({ tree }: TemplateView): readonly Place[] {
  const places: Place[] = [];
  walk(tree, (node: Node) => {
    if (node.type !== "Reference") return;
    const call = node.steps.findIndex((step) => step.type !== "PropertyStep");
    const steps = call < 0 ? node.steps.length : call;
    places.push({ reference: node, steps, end: node.steps[steps - 1]?.range.end ?? node.nameRange.end });
  });
  return places;
}

function textOf(
  view: TemplateView,
  values: ViewValues,
  reference: Reference,
  steps: number,
  end: number,
): InlineValueText | undefined {
  const value = values.valueOf(reference, steps);
  const range = view.toDocumentRange({ start: reference.range.start, end });
  if (value === undefined || value.text === "" || range === undefined) return undefined;
  const name = view.text({ start: reference.nameRange.start, end });
  return { range, text: `$${name} = ${shortText(value.text, 60)}` };
}
