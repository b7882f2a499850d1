import type { ApiCandidate } from "../cloudformation/read-cloudformation.js";
import type { Evaluation } from "../source/evaluation.js";
import type { SourceDocument } from "../source/source-document.js";

export function findServerlessApis(_document: SourceDocument, _evaluation: Evaluation): ApiCandidate[] {
  return [];
}
