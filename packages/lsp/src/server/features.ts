import { diagnosticsFeature } from "../diagnostics/feature.js";
import { definitionFeature } from "../navigation/definition.js";
import { documentHighlightFeature } from "../navigation/highlights.js";
import { referencesFeature } from "../navigation/references.js";
import { prepareRenameFeature, renameFeature } from "../rename/feature.js";
import { documentSymbolFeature } from "../symbols/document-symbols.js";
import type { Feature } from "./feature.js";

/** Everything that the server can do, one line each. */
export const features: readonly Feature[] = [
  diagnosticsFeature,
  documentSymbolFeature,
  definitionFeature,
  referencesFeature,
  documentHighlightFeature,
  renameFeature,
  prepareRenameFeature,
];
