import type { TemplateHost } from "../../found-template.js";
import { readTerraform } from "../../hosts/terraform/read-terraform.js";
import type { Evaluation } from "../../source/evaluation.js";
import { type LoadedFiles, loadReferences } from "../../source/load-source.js";
import type { DefinitionFile } from "../../source/parse-file.js";
import type { ApiCandidate, DeclaredApi, Surroundings } from "../declared-api.js";
import { apiKeySource } from "../openapi/read-openapi.js";
import { reportUnsupportedSettings } from "../unsupported-settings.js";
import { readBodies } from "./read-terraform-body.js";
import { TerraformMethods } from "./read-terraform-methods.js";
import {
  readAuthorizers,
  readFunctions,
  readGatewayResponses,
  readStage,
  readTables,
} from "./read-terraform-resources.js";
import { addressOf, blocksOf, bodyOf, nameOf, type TerraformBlocks } from "./terraform-blocks.js";
import { TerraformEvaluator } from "./terraform-evaluator.js";

/** The REST APIs of the files of a Terraform module; one that is declared elsewhere is there if it has methods here. */
export async function findTerraformApis(
  files: readonly DefinitionFile[],
  host: TemplateHost,
  evaluation: Evaluation,
  loaded: LoadedFiles,
): Promise<ApiCandidate[]> {
  const documents = await Promise.all(files.map((file) => readTerraform(file, host, { given: evaluation.parameters })));
  for (const { document, problems } of documents) {
    for (const { message, ...range } of problems) {
      evaluation.problems.report("definition-syntax", { document, range }, { message });
    }
    await loadReferences(document, host.readFile, loaded);
  }
  return apisOfBlocks(blocksOf(documents), evaluation);
}

/** The same of resources, however they are written. */
export function apisOfBlocks(blocks: TerraformBlocks, evaluation: Evaluation): ApiCandidate[] {
  evaluation.evaluator = new TerraformEvaluator(blocks, evaluation);
  reportWhatIsNotRun(blocks, evaluation);
  return blocks.restApis().map((address) => ({
    name: nameOf(address),
    read: () => readApi(address, blocks, evaluation),
  }));
}

const WITH_SETTINGS = [
  ...["aws_api_gateway_rest_api", "aws_api_gateway_rest_api_policy", "aws_api_gateway_stage"],
  ...["aws_api_gateway_method_settings", "aws_api_gateway_usage_plan"],
];

function reportWhatIsNotRun(blocks: TerraformBlocks, evaluation: Evaluation): void {
  for (const type of WITH_SETTINGS) {
    for (const block of blocks.ofType(type)) reportUnsupportedSettings(bodyOf(block, evaluation));
  }
  for (const block of blocks.ofType("aws_apigatewayv2_api")) {
    const message = `${block.address} is no REST API: HTTP and WebSocket APIs are not run here`;
    evaluation.report("definition-unsupported", bodyOf(block, evaluation), message);
  }
  for (const block of blocks.all.filter(({ kind }) => kind === "module")) {
    const part = block.body.entries.flatMap(({ value }) => addressOf(value) ?? []).find(isOfApi);
    if (part === undefined) continue;
    const message = `${block.address} is not evaluated here; what it makes of ${part} is no part of the API`;
    evaluation.report("definition-unsupported", bodyOf(block, evaluation), message);
  }
}

const isOfApi = (address: string): boolean => /^(?:data\.)?aws_api_gateway_/.test(address);

function readApi(address: string, blocks: TerraformBlocks, evaluation: Evaluation): DeclaredApi & Surroundings {
  const block = blocks.at(address);
  const body = block && bodyOf(block, evaluation);
  const own = readBodies(body);
  return {
    name: body?.get("name")?.text() ?? own?.name ?? nameOf(address),
    routes: [...(own?.routes ?? []), ...new TerraformMethods(blocks, evaluation).of(address)],
    authorizers: { ...own?.authorizers, ...readAuthorizers(address, blocks, evaluation) },
    gatewayResponses: { ...own?.gatewayResponses, ...readGatewayResponses(address, blocks, evaluation) },
    binaryMediaTypes: [...(own?.binaryMediaTypes ?? []), ...(body?.get("binary_media_types")?.list() ?? [])],
    apiKeySource: apiKeySource(body?.get("api_key_source")?.text() ?? own?.apiKeySource),
    ...readStage(address, blocks, evaluation),
    functions: readFunctions(blocks, evaluation),
    tables: readTables(blocks, evaluation),
  };
}
