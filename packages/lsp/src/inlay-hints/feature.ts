import { type InlayHint, InlayHintRequest } from "vscode-languageserver-protocol";
import { distinctTexts } from "../documents/distinct-texts.js";
import { valuesOf } from "../sample-values/values-of.js";
import { inDocument } from "../server/template-request.js";
import { endHints } from "./end-hints.js";
import { valueHints } from "./value-hints.js";

/**
 * What an `#end` closes, and what references print for the active sample; both can be switched off. Values of requests that
 * are made up would only be in the way: a hover shows them.
 */
export const inlayHintFeature = inDocument(InlayHintRequest.type, {
  capabilities: ({ capabilities }) => (capabilities.textDocument?.inlayHint ? { inlayHintProvider: true } : {}),
  provide: async ({ document, views, params, services }): Promise<InlayHint[]> => {
    const { ends, samples } = services.settings.current.inlayHints;
    const [from, to] = [document.offsetAt(params.range.start), document.offsetAt(params.range.end)];
    const hints: InlayHint[] = [];
    for (const view of distinctTexts(views)) {
      if (!view.isMappingTemplate || view.config.ignored) continue;
      const values = samples ? await valuesOf(view, services.samples, { made: false }) : undefined;
      const found = [...(ends ? endHints(view) : []), ...(values ? valueHints(view, values) : [])];
      for (const { offset, label, tooltip } of found) {
        const position = view.toDocumentRange({ start: Math.max(0, offset - 1), end: offset })?.end;
        if (position === undefined || document.offsetAt(position) < from || document.offsetAt(position) > to) continue;
        hints.push({ position, label, paddingLeft: true, ...(tooltip && { tooltip }) });
      }
    }
    return hints;
  },
});
