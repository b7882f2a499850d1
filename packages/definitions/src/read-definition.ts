import type { ApiDefinition } from "./api-definition.js";
import type { DefinitionProblem } from "./definition-problem.js";
import { resolvePath } from "./file-path.js";
import { findApis } from "./formats/cloudformation/read-cloudformation.js";
import type { ApiCandidate } from "./formats/declared-api.js";
import { apiIdOf } from "./formats/deployment-account.js";
import { readOpenApiFile } from "./formats/openapi/read-openapi-file.js";
import { isPulumi, pulumiBlocks, pulumiDocument } from "./formats/pulumi/read-pulumi.js";
import { findServerlessApis } from "./formats/serverless/read-serverless.js";
import { apisOfBlocks, findTerraformApis } from "./formats/terraform/read-terraform-apis.js";
import type { TemplateHost } from "./found-template.js";
import { isProgram } from "./host-format.js";
import { isOpenApi, isServerless } from "./hosts/read-document.js";
import { Evaluation } from "./source/evaluation.js";
import { type LoadedFiles, loadFiles, loadReferences, parsedIn } from "./source/load-source.js";
import { type DefinitionFile, parseFile } from "./source/parse-file.js";
import { textDocument } from "./source/source-document.js";
import { entryOf } from "./tree/lookup.js";

/** What the user says about an API beside its files. */
export interface DefinitionOptions {
  /**
   * Values of parameters, of Terraform variables, of Serverless options, and of anything else that only the deployment
   * knows, by the name that problems give it: `AWS::Region`, `AmplifyApp.DefaultDomain`.
   */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The logical id of the API, where the files declare several. */
  readonly api?: string;
}

/** A definition as read. */
export interface DefinitionResult {
  /** Absent if there is an error among the problems. */
  readonly definition?: ApiDefinition;
  readonly problems: readonly DefinitionProblem[];
  /** The REST APIs that the files declare, by logical id. */
  readonly apis: readonly string[];
  /** Paths of all the files that were read, for those who watch them. */
  readonly files: readonly string[];
  /** Paths of files that it names and that could not be read. */
  readonly missing: readonly string[];
}

/** Names of files may stand in files whose names have to be computed first. */
const MOST_ROUNDS = 8;

/**
 * Reads an API from an OpenAPI, CloudFormation, SAM or Serverless file, or from the files of a Terraform module; the
 * format shows in the first file. Never throws for what the files hold.
 */
export async function readDefinition(
  files: readonly DefinitionFile[],
  host: TemplateHost = {},
  options: DefinitionOptions = {},
): Promise<DefinitionResult> {
  const loaded: LoadedFiles = new Map();
  for (let round = 1; ; round++) {
    const evaluation = new Evaluation(new Map(Object.entries(options.parameters ?? {})), loaded);
    const result = await evaluate(files, host, options, evaluation, loaded);
    // What was loaded is what the text names; what evaluation asks for beyond that has names that are computed.
    const isMissing = await loadFiles([...evaluation.needed], host.readFile, loaded);
    if (!isMissing || round === MOST_ROUNDS) return result;
  }
}

async function evaluate(
  files: readonly DefinitionFile[],
  host: TemplateHost,
  options: DefinitionOptions,
  evaluation: Evaluation,
  loaded: LoadedFiles,
): Promise<DefinitionResult> {
  const candidates = await findCandidates(files, host, evaluation, loaded);
  const [first = { path: "", text: "" }] = files;
  const chosen = choose(candidates, options.api, first, evaluation);
  const definition = chosen && finish(chosen, first, evaluation);
  const problems = evaluation.found;
  const failed = problems.some(({ severity }) => severity === "error");
  return {
    ...(definition !== undefined && !failed && { definition }),
    problems,
    apis: candidates.map(({ name }) => name),
    ...filesOf(files, evaluation, loaded),
  };
}

/** Each once, under the name that it was given. */
function filesOf(
  files: readonly DefinitionFile[],
  { needed }: Evaluation,
  loaded: LoadedFiles,
): Pick<DefinitionResult, "files" | "missing"> {
  const named = new Set(files.map(({ path }) => resolvePath("", path)));
  const others = [...needed].filter((path) => !named.has(path));
  return {
    files: [...files.map(({ path }) => path), ...others.filter((path) => parsedIn(loaded, path) !== undefined)],
    missing: others.filter((path) => loaded.get(path) === undefined),
  };
}

async function findCandidates(
  files: readonly DefinitionFile[],
  host: TemplateHost,
  evaluation: Evaluation,
  loaded: LoadedFiles,
): Promise<readonly ApiCandidate[]> {
  const [file] = files;
  if (file === undefined || isProgram(file.path)) return [];
  if (file.path.endsWith(".tf")) return findTerraformApis(files, host, evaluation, loaded);
  const parsed = parsedIn(loaded, resolvePath("", file.path)) ?? parseFile(file);
  // Other files may refer back to it.
  loaded.set(resolvePath("", file.path), parsed);
  const document = evaluation.open(parsed);
  if (document === undefined) return [];
  await loadReferences(document, host.readFile, loaded);
  if (isPulumi(document.root)) return apisOfBlocks(pulumiBlocks(pulumiDocument(document)), evaluation);
  if (isServerless(document.root)) return findServerlessApis(document, evaluation);
  const isTemplate = ["Resources", "Transform"].some((section) => entryOf(document.root, section) !== undefined);
  if (isTemplate) return findApis(document, evaluation);
  return isOpenApi(document.root) ? readOpenApiFile(document, evaluation) : [];
}

function choose(
  candidates: readonly ApiCandidate[],
  wanted: string | undefined,
  file: DefinitionFile,
  evaluation: Evaluation,
): ApiCandidate | undefined {
  const named = wanted === undefined ? candidates : candidates.filter(({ name }) => name === wanted);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  const { path, text } = file;
  const place = { document: textDocument(path, text), range: { start: 0, end: 0 } };
  const names = candidates.map(({ name }) => name).join(", ");
  if (candidates.length > 0) {
    const message = `the file declares ${candidates.length === 1 ? "the REST API" : "several REST APIs:"} ${names}`;
    const hint = wanted === undefined ? "choose one with --api NAME" : `none of them is called ${wanted}`;
    evaluation.problems.report("definition-several-apis", place, { message, hint });
  } else if (evaluation.found.every(({ severity }) => severity !== "error")) {
    evaluation.problems.report("definition-no-api", place, noApiIn(path));
  }
  return undefined;
}

function noApiIn(path: string): { readonly message: string; readonly hint: string } {
  if (isProgram(path)) {
    return {
      message: `${path} is a program, which has to be run to know the API that it declares`,
      hint: "name what it writes: after cdk synth, the template below cdk.out",
    };
  }
  return {
    message: `${path} declares no REST API`,
    hint: "an OpenAPI document, a CloudFormation, SAM or Serverless file, Pulumi.yaml, or a folder with Terraform files does",
  };
}

function finish(candidate: ApiCandidate, { path, text }: DefinitionFile, evaluation: Evaluation): ApiDefinition {
  const api = candidate.read();
  // What else is wrong may be why.
  if (api.routes.length === 0 && evaluation.found.length === 0) {
    const place = { document: textDocument(path, text), range: { start: 0, end: 0 } };
    const message = `${candidate.name} has no methods; it answers every request with 403`;
    evaluation.problems.report("definition-not-valid", place, { message });
  }
  return { ...api, id: apiIdOf(candidate.name) };
}
