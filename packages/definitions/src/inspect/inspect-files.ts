import { resolvePath } from "../file-path.js";
import { inspectTemplate } from "../formats/cloudformation/inspect-template.js";
import type { InspectedApi } from "../formats/declared-api.js";
import { inspectOpenApi } from "../formats/openapi/read-openapi-file.js";
import { isPulumi, pulumiBlocks } from "../formats/pulumi/read-pulumi.js";
import { inspectServerless } from "../formats/serverless/read-serverless.js";
import { inspectTerraform } from "../formats/terraform/inspect-terraform.js";
import { blocksOf, type ModuleCall, type TerraformBlocks } from "../formats/terraform/terraform-blocks.js";
import { TerraformEvaluator } from "../formats/terraform/terraform-evaluator.js";
import type { TemplateHost } from "../found-template.js";
import { isOpenApi, isServerless } from "../hosts/read-document.js";
import type { TerraformDocument } from "../hosts/terraform/read-terraform.js";
import { Evaluation } from "../source/evaluation.js";
import { type LoadedFiles, loadFiles, loadReferences } from "../source/load-source.js";
import type { SourceDocument } from "../source/source-document.js";
import { entryOf } from "../tree/lookup.js";
import type { DefinitionFiles } from "./definition-files.js";

/** Names of files may stand in files whose names have to be computed first. */
const MOST_ROUNDS = 4;

/** What a definition declares, with the evaluation that knows where. */
export interface Inspection {
  readonly apis: readonly InspectedApi[];
  readonly evaluation: Evaluation;
  /** Its files and those that it names, as they were read. */
  readonly loaded: LoadedFiles;
}

/** What a YAML or JSON document declares of APIs, and the files that it names. */
export async function inspectDocument(
  document: SourceDocument,
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<Inspection> {
  const { root } = document;
  return inspect([document], host, files, (evaluation) => {
    const apis: InspectedApi[] = [];
    if (isPulumi(root)) apis.push(...inspectBlocks(pulumiBlocks(document), evaluation));
    else if (isServerless(root)) apis.push(...inspectServerless(document, evaluation));
    else if (entryOf(root, "Resources") !== undefined) apis.push(...inspectTemplate(document, evaluation));
    if (isOpenApi(root)) apis.push(...inspectOpenApi(document, evaluation));
    return apis;
  });
}

/** The same of the files of a Terraform module, for a call of it if the project has some. */
export async function inspectModule(
  module: readonly TerraformDocument[],
  call: ModuleCall | undefined,
  host: TemplateHost,
  files: DefinitionFiles,
): Promise<Inspection> {
  const blocks = blocksOf(module, call);
  return inspect(
    module.map(({ document }) => document),
    host,
    files,
    (evaluation) => inspectBlocks(blocks, evaluation),
  );
}

function inspectBlocks(blocks: TerraformBlocks, evaluation: Evaluation): InspectedApi[] {
  evaluation.evaluator = new TerraformEvaluator(blocks, evaluation);
  return inspectTerraform(blocks, evaluation);
}

async function inspect(
  documents: readonly SourceDocument[],
  host: TemplateHost,
  files: DefinitionFiles,
  read: (evaluation: Evaluation) => readonly InspectedApi[],
): Promise<Inspection> {
  const loaded: LoadedFiles = new Map();
  const parse = files.parse.bind(files);
  for (const document of documents) {
    loaded.set(resolvePath("", document.file), { document, isReadable: true, problems: [] });
    await loadReferences(document, host.readFile, loaded, parse);
  }
  for (let round = 1; ; round++) {
    const evaluation = new Evaluation(new Map(), loaded, "inspect");
    const apis = read(evaluation);
    const isMissing = await loadFiles([...evaluation.needed], host.readFile, loaded, parse);
    if (!isMissing || round === MOST_ROUNDS) return { apis, evaluation, loaded };
  }
}
