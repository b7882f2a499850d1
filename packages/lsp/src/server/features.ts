import { diagnosticsFeature } from "../diagnostics/feature.js";
import { documentSymbolFeature } from "../symbols/document-symbols.js";
import type { Feature } from "./feature.js";

/** Everything that the server can do, one line each. */
export const features: readonly Feature[] = [diagnosticsFeature, documentSymbolFeature];
