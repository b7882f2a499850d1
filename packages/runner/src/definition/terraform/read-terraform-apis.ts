import type { TemplateHost } from "@apigw-vtl/templates";
import type { ApiCandidate } from "../cloudformation/read-cloudformation.js";
import type { Evaluation } from "../source/evaluation.js";
import type { DefinitionFile } from "../source/load-source.js";

export async function findTerraformApis(
  _files: readonly DefinitionFile[],
  _host: TemplateHost,
  _evaluation: Evaluation,
): Promise<ApiCandidate[]> {
  return [];
}
