import type { Route } from "../../api-definition.js";
import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { SourceDocument } from "../../source/source-document.js";
import { CloudFormationEvaluator } from "../cloudformation/cloudformation-evaluator.js";
import type { ApiCandidate, InspectedApi, Surroundings } from "../declared-api.js";
import { isHttpApi } from "./is-http-api.js";
import { readOpenApi } from "./read-openapi.js";

/** The API of a document by itself. */
export function readOpenApiFile(document: SourceDocument, evaluation: Evaluation): ApiCandidate[] {
  const { root, evaluator } = openFile(document, evaluation);
  const name = root.get("info", "title")?.text() ?? "API";
  if (isHttpApi(root)) {
    const message = `${name} is an HTTP API: HTTP and WebSocket APIs are not run here, only REST APIs`;
    evaluation.report("definition-unsupported", root, message);
    return [];
  }
  const surroundings: Surroundings = { stageName: "test", stageVariables: {}, functions: {}, tables: [] };
  const read = (): ReturnType<ApiCandidate["read"]> => {
    const api = readOpenApi(root);
    return { ...api, routes: api.routes.map((route) => withUri(route, evaluator, evaluation)), ...surroundings };
  };
  return [{ name, read }];
}

/** What such a document declares, whether or not it can run. */
export function inspectOpenApi(document: SourceDocument, evaluation: Evaluation): InspectedApi[] {
  const { root } = openFile(document, evaluation);
  const api = readOpenApi(root);
  return [{ ...api, apiType: isHttpApi(root) ? "HTTP" : "REST", logicalId: api.name }];
}

/** One that is written for a template may have intrinsics all the same. */
function openFile(document: SourceDocument, evaluation: Evaluation) {
  const evaluator = new CloudFormationEvaluator(document, evaluation);
  evaluation.evaluator = evaluator;
  return { root: new Declared(document.root, document, evaluation), evaluator } as const;
}

/**
 * `${name}` in a URI belongs to whatever tool deploys the document: Terraform's `templatefile`, or a script that puts it
 * into `Fn::Sub`. In templates it is a reference of Velocity, so only URIs are filled in.
 */
function withUri(route: Route, evaluator: CloudFormationEvaluator, evaluation: Evaluation): Route {
  const { integration } = route;
  const uri = integration?.uri;
  const { file, range } = integration?.place ?? {};
  const document = file === undefined ? undefined : evaluation.documentOf(file);
  if (integration === undefined || uri === undefined || range === undefined || document === undefined) return route;
  const at = { node: { kind: "scalar" as const, value: uri, ...range }, document };
  const filled = uri.replace(/\$\{([\w.:-]+)\}/g, (whole, name: string) =>
    name.startsWith("stageVariables.")
      ? whole
      : (evaluator.declare(evaluator.reference(name, at) ?? at)?.text() ?? whole),
  );
  return { ...route, integration: { ...integration, uri: filled } };
}
