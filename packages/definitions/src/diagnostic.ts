import type { TextRange } from "./map/piece.js";

/** What went wrong while looking for templates; the search goes on with what could be read. */
export interface TemplateDiagnostic extends TextRange {
  readonly code:
    | "host-syntax"
    | "host-too-deep"
    | "grammar-unavailable"
    | "file-not-found"
    | "file-not-read"
    | "serverless-variable"
    | "template-not-text"
    | "template-not-known"
    | "template-lost-to-yaml"
    | "no-mapping-template";
  readonly message: string;
  readonly file: string;
}
