import { DefinitionRequest, type LocationLink } from "vscode-languageserver-protocol";
import { definitionsAt } from "../names/definitions.js";
import { atPosition } from "../server/template-request.js";

/** From a name to where it gets its value; from `$foreach` to its loop. */
export const definitionFeature = atPosition(DefinitionRequest.type, {
  capabilities: () => ({ definitionProvider: true }),
  provide: ({ view, offset, services }) => {
    const found = definitionsAt(view, offset);
    if (found === undefined) return null;
    const originSelectionRange = view.toDocumentRange(found.origin);
    const links = found.places.flatMap(({ range, whole }): LocationLink[] => {
      const targetSelectionRange = view.toDocumentRange(range);
      const targetRange = view.toDocumentRange(view.withoutLineEnd(whole));
      if (targetRange === undefined || targetSelectionRange === undefined) return [];
      return [
        {
          targetUri: view.uri,
          targetRange,
          targetSelectionRange,
          ...(originSelectionRange && { originSelectionRange }),
        },
      ];
    });
    if (services.client.capabilities.textDocument?.definition?.linkSupport) return links;
    return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
  },
});
