import { ReferencesRequest } from "vscode-languageserver-protocol";
import { nameAt } from "../names/names.js";
import { atPosition } from "../server/template-request.js";

/** Every place that names what stands under the cursor. Variables live in one template, so does the answer. */
export const referencesFeature = atPosition(ReferencesRequest.type, {
  capabilities: () => ({ referencesProvider: true }),
  provide: ({ view, offset, params }) => {
    const found = nameAt(view, offset);
    if (found === undefined) return null;
    return found.thing.occurrences.flatMap(({ role, range }) => {
      const place = view.toDocumentRange(range);
      const wanted = role === "read" || params.context.includeDeclaration;
      return place !== undefined && wanted ? [{ uri: view.uri, range: place }] : [];
    });
  },
});
