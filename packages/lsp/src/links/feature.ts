import { walk } from "@apigw-vtl/compiler";
import { rulesById } from "@apigw-vtl/linter";
import { type DocumentLink, DocumentLinkRequest } from "vscode-languageserver-protocol";
import { pageOf } from "../diagnostics/page-of.js";
import type { TemplateView } from "../documents/template-view.js";
import type { Feature } from "../server/feature.js";

/** Links to the pages of rules that comments name, and from a host file to the templates that it reads from others. */
export const documentLinkFeature: Feature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: (connection, { documents }) => {
    connection.onRequest(DocumentLinkRequest.type, async ({ textDocument }) => {
      const found = await documents.viewsOf(textDocument.uri);
      if (found === undefined) return null;
      const files = found.references.map(
        ({ range, uri }): DocumentLink => ({ range, target: uri, tooltip: "Open the template" }),
      );
      return [...found.views.flatMap(ruleLinks), ...files];
    });
  },
};

/** `## vtl-disable-next-line RULE, RULE -- reason` */
function ruleLinks(view: TemplateView): DocumentLink[] {
  const links: DocumentLink[] = [];
  walk(view.tree, (node) => {
    if (node.type !== "Comment") return;
    const [list] = view.text(node.range).split(/\s--(?:\s|$)/);
    if (list === undefined || !/^#[#*]+\s*vtl-(?:disable|enable)/.test(list)) return;
    for (const { 0: ruleId, index } of list.matchAll(/[a-z][a-z0-9-]+/g)) {
      if (!rulesById.has(ruleId)) continue;
      const start = node.range.start + index;
      const range = view.toDocumentRange({ start, end: start + ruleId.length });
      if (range) links.push({ range, target: pageOf(ruleId), tooltip: rulesById.get(ruleId)?.meta.title ?? ruleId });
    }
  });
  return links;
}
