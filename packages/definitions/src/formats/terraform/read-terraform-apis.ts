import type { TemplateHost } from "../../found-template.js";
import { readDocument } from "../../hosts/find-in-document.js";
import { readTerraform } from "../../hosts/terraform/read-terraform.js";
import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import { type LoadedFiles, loadReferences } from "../../source/load-source.js";
import type { DefinitionFile } from "../../source/parse-file.js";
import type { Located, SourceDocument } from "../../source/source-document.js";
import type { HostNode } from "../../tree/host-node.js";
import type { ApiCandidate } from "../cloudformation/read-cloudformation.js";
import type { DeclaredApi, Surroundings } from "../declared-api.js";
import { apiKeySource, readOpenApi } from "../openapi/read-openapi.js";
import { reportUnsupportedSettings } from "../unsupported-settings.js";
import { TerraformMethods } from "./read-terraform-methods.js";
import { readAuthorizers, readFunctions, readGatewayResponses, readTables } from "./read-terraform-resources.js";
import { type Block, bodyOf, TerraformBlocks } from "./terraform-blocks.js";
import { TerraformEvaluator } from "./terraform-evaluator.js";

/** The REST APIs of the files of a Terraform module; one that is declared elsewhere is there if it has methods here. */
export async function findTerraformApis(
  files: readonly DefinitionFile[],
  host: TemplateHost,
  evaluation: Evaluation,
  loaded: LoadedFiles,
): Promise<ApiCandidate[]> {
  const blocks = await readBlocks(files, host, evaluation, loaded);
  evaluation.evaluator = new TerraformEvaluator(blocks, evaluation);
  reportWhatIsNotRun(blocks, evaluation);
  const declared = blocks.ofType("aws_api_gateway_rest_api").map(({ address }) => address);
  const referred = blocks
    .ofType("aws_api_gateway_method")
    .flatMap((block) => blocks.addressIn(block, "rest_api_id") ?? []);
  return [...new Set([...declared, ...referred])].map((address) => ({
    name: address.replace(/^[^.]*\./, ""),
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
}

async function readBlocks(
  files: readonly DefinitionFile[],
  host: TemplateHost,
  evaluation: Evaluation,
  loaded: LoadedFiles,
): Promise<TerraformBlocks> {
  const all: Block[] = [];
  const values = new Map<string, Located>();
  for (const file of files) {
    const read = await readTerraform(file, host, evaluation.parameters);
    const root: HostNode = {
      kind: "list",
      items: read.blocks.map(({ body }) => body),
      start: 0,
      end: file.text.length,
    };
    const document: SourceDocument = { file: file.path, text: file.text, root, interpolations: [] };
    for (const { message, start, end } of read.problems) {
      evaluation.problems.report("definition-syntax", { document, range: { start, end } }, { message });
    }
    all.push(...read.blocks.map((block) => ({ ...block, document })));
    for (const [name, node] of read.values) values.set(name, { node, document });
    await loadReferences(document, host.readFile, loaded);
  }
  return new TerraformBlocks(all, values);
}

function readApi(address: string, blocks: TerraformBlocks, evaluation: Evaluation): DeclaredApi & Surroundings {
  const block = blocks.at(address);
  const body = block && bodyOf(block, evaluation);
  const document = body?.get("body");
  const own = document && readBody(document, evaluation);
  return {
    name: body?.get("name")?.text() ?? own?.name ?? address.replace(/^[^.]*\./, ""),
    routes: [...(own?.routes ?? []), ...new TerraformMethods(blocks, evaluation).of(address)],
    authorizers: { ...own?.authorizers, ...readAuthorizers(blocks, evaluation) },
    gatewayResponses: { ...own?.gatewayResponses, ...readGatewayResponses(blocks, evaluation) },
    binaryMediaTypes: [...(own?.binaryMediaTypes ?? []), ...(body?.get("binary_media_types")?.list() ?? [])],
    apiKeySource: apiKeySource(body?.get("api_key_source")?.text() ?? own?.apiKeySource),
    ...readStage(address, blocks, evaluation),
    functions: readFunctions(blocks, evaluation),
    tables: readTables(blocks, evaluation),
  };
}

/** The OpenAPI document in `body`: `jsonencode(...)`, a text, or a file. */
function readBody(body: Declared, evaluation: Evaluation): DeclaredApi | undefined {
  const { node, document } = body;
  if (node === document.root) evaluation.reportSyntax(document);
  if (node.kind === "json") {
    const root = evaluation.declare(node.value, document);
    return root && readOpenApi(root);
  }
  if (node.kind === "map") return readOpenApi(body);
  const text = body.text();
  if (text === undefined) return undefined;
  const { root } = readDocument(text, /^\s*\{/.test(text) ? "json" : "yaml");
  if (root === undefined) return undefined;
  // Places within it are those of a text that no file holds as it stands.
  return readOpenApi(new Declared(root, { file: document.file, text, root, interpolations: [] }, evaluation));
}

function readStage(
  address: string,
  blocks: TerraformBlocks,
  evaluation: Evaluation,
): Pick<Surroundings, "stageName" | "stageVariables"> {
  const ofApi = (block: Block): boolean => blocks.addressIn(block, "rest_api_id") === address;
  const [stage] = [...blocks.ofType("aws_api_gateway_stage"), ...blocks.ofType("aws_api_gateway_deployment")]
    .filter(ofApi)
    .map((block) => bodyOf(block, evaluation))
    .filter((body) => body.get("stage_name") !== undefined);
  return {
    stageName: stage?.get("stage_name")?.text() ?? "test",
    stageVariables: stage?.get("variables")?.texts() ?? {},
  };
}
