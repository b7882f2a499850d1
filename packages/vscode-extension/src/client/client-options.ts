import type { DocumentSelector, LanguageClientOptions } from "vscode-languageclient";
import { withSigils } from "./directive-items.js";

/** Template files; everything works in them. */
export const TEMPLATES: DocumentSelector = [{ language: "vtl" }, { language: "velocity" }];

/** Files that may hold templates. `.tf` has no language unless an extension for Terraform is installed. */
const HOSTS: DocumentSelector = [
  ...[
    "yaml",
    "json",
    "jsonc",
    "terraform",
    "hcl",
    "typescript",
    "typescriptreact",
    "javascript",
    "javascriptreact",
  ].map((language) => ({ language })),
  { language: "python" },
  { language: "plaintext", pattern: "**/*.{tf,template,tftpl,tpl}" },
  { language: "cloudformation" },
];

/** Languages with semantic colours of their own, which ours would push aside: VS Code asks one provider a document. */
const COLOURED = new Set(["typescript", "typescriptreact", "javascript", "javascriptreact", "python", "terraform"]);

export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: [...TEMPLATES, ...HOSTS],
    diagnosticPullOptions: { onChange: true, onSave: false },
    markdown: { isTrusted: { enabledCommands: ["vtl.renderWithSample", "vtl.openPreview"] } },
    middleware: {
      provideCompletionItem: async (document, position, context, token, next) =>
        withSigils(await next(document, position, context, token), document),
      provideDocumentSemanticTokens: (document, token, next) =>
        COLOURED.has(document.languageId) ? undefined : next(document, token),
      provideDocumentRangeSemanticTokens: (document, range, token, next) =>
        COLOURED.has(document.languageId) ? undefined : next(document, range, token),
    },
  };
}
