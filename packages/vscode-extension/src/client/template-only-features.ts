import {
  type BaseLanguageClient,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  type DocumentSelector,
} from "vscode-languageclient";

/**
 * Formatters are registered for template files alone. For a YAML or TypeScript file VS Code would ask the user to choose
 * between ours and the language's own, and one who chose ours would have the rest of the file no longer formatted.
 * `vtl.formatTemplate` formats a template in such a file.
 */
export function limitFormatting(client: BaseLanguageClient, templates: DocumentSelector): void {
  const features = [
    client.getFeature(DocumentFormattingRequest.method),
    client.getFeature(DocumentRangeFormattingRequest.method),
    client.getFeature(DocumentOnTypeFormattingRequest.method),
  ];
  for (const feature of features) {
    const initialize = feature.initialize.bind(feature);
    feature.initialize = (capabilities) => initialize(capabilities, templates);
  }
}
