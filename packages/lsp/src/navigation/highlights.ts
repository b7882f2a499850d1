import type { Node, Range } from "@apigw-vtl/compiler";
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
} from "vscode-languageserver-protocol";
import { nodePath } from "../documents/node-path.js";
import type { TemplateView } from "../documents/template-view.js";
import { nameAt } from "../names/names.js";
import { atPosition } from "../server/template-request.js";
import { matchingKeywords } from "./matching-keywords.js";

/** Reads and writes of the name under the cursor, or the keywords that belong to the one under it. */
export const documentHighlightFeature = atPosition(DocumentHighlightRequest.type, {
  capabilities: () => ({ documentHighlightProvider: true }),
  provide: ({ view, offset }) => {
    const found = nameAt(view, offset);
    const marks = found
      ? found.thing.occurrences.map(({ range, role, node }) => ({
          range,
          kind: isWrite(role, node) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        }))
      : keywordsAt(view, offset).map((range) => ({ range, kind: DocumentHighlightKind.Text }));
    return marks.flatMap(({ range, kind }): DocumentHighlight[] => {
      const place = view.toDocumentRange(range);
      return place === undefined ? [] : [{ range: place, kind }];
    });
  },
});

/** `#set($x.y = 1)` reads `x` to change what it holds. */
function isWrite(role: "definition" | "read", node: Node): boolean {
  return role === "definition" || node.type === "Set";
}

/** The keywords of the innermost directive that has one of them at the offset. */
function keywordsAt(view: TemplateView, offset: number): readonly Range[] {
  if (!view.isMappingTemplate) return [];
  for (const node of [...nodePath(view.tree, offset)].reverse()) {
    const keywords = matchingKeywords(node, view.source);
    if (keywords.some(({ start, end }) => start <= offset && offset <= end)) return keywords;
  }
  return [];
}
