import { DocumentOnTypeFormattingRequest } from "vscode-languageserver-protocol";
import { atPosition } from "../server/template-request.js";

import { indentOnType } from "./indent-on-type.js";
import { layoutOf } from "./layout.js";

/** Indents the line when it is begun, and when a bracket, `#end` or `#else` is typed at its start. */
export const onTypeFormattingFeature = atPosition(DocumentOnTypeFormattingRequest.type, {
  capabilities: () => ({
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["}", "]", "d", "e"] },
  }),
  provide: ({ view, offset, params: { ch } }) => {
    if (!view.isMappingTemplate || view.analysis.output.kind !== "json") return null;
    const line = view.source.slice(view.source.lastIndexOf("\n", offset - 1) + 1, offset).trim();
    const wanted: Readonly<Record<string, RegExp>> = { d: /^#\{?end$/, e: /^#\{?else$/, "}": /^\}$/, "]": /^\]$/ };
    if (ch !== "\n" && !wanted[ch]?.test(line)) return null;
    return view.editsToDocument(indentOnType(view.source, offset, layoutOf(view.config, view.embedded))) ?? null;
  },
});
