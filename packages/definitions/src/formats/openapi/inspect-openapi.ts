import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { SourceDocument } from "../../source/source-document.js";
import { CloudFormationEvaluator } from "../cloudformation/cloudformation-evaluator.js";
import type { InspectedApi } from "../declared-api.js";
import { isHttpApi } from "./is-http-api.js";
import { readOpenApi } from "./read-openapi.js";

/** What an OpenAPI document by itself declares. */
export function inspectOpenApi(document: SourceDocument, evaluation: Evaluation): InspectedApi[] {
  evaluation.evaluator = new CloudFormationEvaluator(document, evaluation);
  const root = new Declared(document.root, document, evaluation);
  const api = readOpenApi(root);
  return [{ ...api, apiType: isHttpApi(root) ? "HTTP" : "REST", logicalId: api.name }];
}
