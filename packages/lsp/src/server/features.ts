import { blockEndFeature } from "../block-end/feature.js";
import { callHierarchyFeature } from "../call-hierarchy/feature.js";
import { codeActionFeature } from "../code-actions/feature.js";
import { codeLensFeature } from "../code-lens/feature.js";
import { commandsFeature } from "../commands/feature.js";
import { compiledFeature } from "../compiled/feature.js";
import { completionFeature, completionResolveFeature } from "../completion/feature.js";
import { diagnosticsFeature } from "../diagnostics/feature.js";
import { formattingFeature } from "../formatting/feature.js";
import { onTypeFormattingFeature } from "../formatting/on-type-feature.js";
import { hoverFeature } from "../hover/feature.js";
import { inlayHintFeature } from "../inlay-hints/feature.js";
import { inlineValueFeature } from "../inline-values/feature.js";
import { documentLinkFeature } from "../links/feature.js";
import { definitionFeature } from "../navigation/definition.js";
import { documentHighlightFeature } from "../navigation/highlights.js";
import { referencesFeature } from "../navigation/references.js";
import { proofFeature } from "../proof/feature.js";
import { prepareRenameFeature, renameFeature } from "../rename/feature.js";
import { renderingFeature } from "../rendering/feature.js";
import { samplesFeature } from "../samples/feature.js";
import { semanticTokensFeature } from "../semantic-tokens/feature.js";
import { signatureHelpFeature } from "../signature-help/feature.js";
import { foldingRangeFeature } from "../structure/folding-ranges.js";
import { selectionRangeFeature } from "../structure/selection-ranges.js";
import { documentSymbolFeature } from "../symbols/document-symbols.js";
import { workspaceSymbolFeature } from "../symbols/workspace-symbols.js";
import { templatesFeature } from "../templates-list/feature.js";
import type { Feature } from "./feature.js";

/** Everything that the server can do, one line each. */
export const features: readonly Feature[] = [
  diagnosticsFeature,
  documentSymbolFeature,
  workspaceSymbolFeature,
  definitionFeature,
  referencesFeature,
  documentHighlightFeature,
  renameFeature,
  prepareRenameFeature,
  foldingRangeFeature,
  selectionRangeFeature,
  semanticTokensFeature,
  codeActionFeature,
  codeLensFeature,
  documentLinkFeature,
  callHierarchyFeature,
  commandsFeature,
  templatesFeature,
  renderingFeature,
  samplesFeature,
  proofFeature,
  compiledFeature,
  formattingFeature,
  onTypeFormattingFeature,
  blockEndFeature,
  completionFeature,
  completionResolveFeature,
  hoverFeature,
  signatureHelpFeature,
  inlayHintFeature,
  inlineValueFeature,
];
