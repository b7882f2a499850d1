import { type Hover, HoverRequest, MarkupKind } from "vscode-languageserver-protocol";
import { type ViewValues, valuesOf } from "../sample-values/values-of.js";
import { atPosition } from "../server/template-request.js";
import { type Explained, explain, explainReplaced } from "./explain.js";

const MOST_TEXT = 600;

/** Documentation, inferred type, and the value for the active sample. */
export const hoverFeature = atPosition(HoverRequest.type, {
  capabilities: () => ({ hoverProvider: true }),
  provide: async ({ view, offset, services }): Promise<Hover | null> => {
    const explained = view.isMappingTemplate ? explain(view, offset) : explainReplaced(view, offset);
    const range = explained && view.toDocumentRange(explained.range);
    if (explained === undefined || range === undefined) return null;
    const value = valueText(explained, await valuesOf(view, services.samples, { made: true }));
    const { title, documentation } = explained;
    const parts = [title && `\`\`\`vtl\n${title}\n\`\`\``, documentation, value].filter((part) => part !== undefined);
    const { markdown } = services.client;
    const text = parts.join("\n\n");
    return {
      range,
      contents: markdown
        ? { kind: MarkupKind.Markdown, value: text }
        : { kind: MarkupKind.PlainText, value: text.replace(/^```\w*\n?/gm, "").replace(/[*`]/g, "") },
    };
  },
});

function valueText({ reference, steps, range }: Explained, values: ViewValues | undefined): string | undefined {
  const { failure } = values ?? {};
  if (
    values !== undefined &&
    failure !== undefined &&
    failure.range.start <= range.start &&
    range.end <= failure.range.end
  ) {
    return `With ${values.sampleName} the rendering fails here: ${failure.message}`;
  }
  const value = reference && values?.valueOf(reference, steps);
  if (value === undefined || values === undefined) return undefined;
  const { text, className } = value;
  if (text === "") return `With ${values.sampleName}: empty.`;
  const shown = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
  const type = className === "" ? "" : ` (\`${className}\`)`;
  // A longer fence than any in the value.
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `With ${values.sampleName}${type}:\n${fence}\n${shown}\n${fence}`;
}
