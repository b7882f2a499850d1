import type { Authorizer, FunctionDefinition, Integration, Route } from "../../api-definition.js";
import { placeholderFor } from "../../holes/placeholder.js";
import { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { SourceDocument } from "../../source/source-document.js";
import type { HostEntry, HostNode } from "../../tree/host-node.js";
import { entryOf, pointerTo } from "../../tree/lookup.js";
import { inspectResources } from "../cloudformation/inspect-template.js";
import { apisOf } from "../cloudformation/read-cloudformation.js";
import { readRestApi } from "../cloudformation/read-rest-api.js";
import { readTables } from "../cloudformation/read-tables.js";
import { type Resource, TemplateResources } from "../cloudformation/template-resources.js";
import type { ApiCandidate, DeclaredApi, InspectedApi, Surroundings } from "../declared-api.js";
import { deploymentAccount } from "../deployment-account.js";
import { apiKeySource } from "../openapi/read-openapi.js";
import { readFunctionSettings } from "../read-resource.js";
import { reportUnsupportedSettings } from "../unsupported-settings.js";
import { readHttpEvent } from "./read-http-event.js";
import { readServiceProxies } from "./read-service-proxies.js";
import { readStateMachineIntegration } from "./read-state-machine.js";
import { ServerlessEvaluator } from "./serverless-evaluator.js";

/** The REST API that a Serverless service makes of its functions' `http` events, and those of its resources. */
export function findServerlessApis(document: SourceDocument, evaluation: Evaluation): ApiCandidate[] {
  const { root, resources, evaluator } = openService(document, evaluation);
  const template = new TemplateResources(resources, evaluation, (name, at) =>
    evaluator.cloudFormation.condition(name, at),
  );
  const declared = ownApi(root, template);
  const own = { name: nameOfService(root), read: () => readService(root, template, evaluator) };
  const isThere =
    functionsOf(root).some(({ value }) => httpEvents(value).length > 0) ||
    (declared !== undefined && readRestApi(declared, template).routes.length > 0);
  return [
    ...(isThere ? [own] : []),
    ...apisOf(template).filter(({ name }) => name !== OWN_API && name !== declared?.name),
  ];
}

/** What a service declares of APIs: its functions' and state machines' events, and its resources. */
export function inspectServerless(document: SourceDocument, evaluation: Evaluation): InspectedApi[] {
  const { root, resources } = openService(document, evaluation);
  const account = deploymentAccount(evaluation.parameters);
  const nameOf = (key: string): string => placeholderFor(key, false);
  const routesOf = (owners: ReturnType<typeof functionsOf>, behind?: (event: Declared) => Integration) =>
    owners.flatMap(({ key, value }) =>
      httpEvents(value).flatMap((event) => {
        return readHttpEvent(event, { functionName: nameOf(key), account, nameOf }, behind?.(event)).routes;
      }),
    );
  const machines = functionsOf(root.get("stepFunctions"), "stateMachines");
  const events = [...routesOf(functionsOf(root)), ...routesOf(machines, readStateMachineIntegration)];
  const binaryMediaTypes = root.get("provider", "apiGateway", "binaryMediaTypes")?.list() ?? [];
  const own = { apiType: "REST", logicalId: nameOfService(root), gatewayResponses: {}, binaryMediaTypes } as const;
  return [
    { ...own, routes: events },
    ...inspectResources(new TemplateResources(resources, evaluation, () => true)),
    { ...own, routes: readServiceProxies(root.get("custom", "apiGatewayServiceProxies")) },
  ];
}

/** A service with the template that it brings along, whose own place may be said by the service's variables. */
function openService(document: SourceDocument, evaluation: Evaluation) {
  const nothing: SourceDocument = { ...document, root: { kind: "map", entries: [], start: 0, end: 0 } };
  evaluation.evaluator = new ServerlessEvaluator(document, nothing, evaluation);
  const root = new Declared(document.root, document, evaluation);
  const resources = withOwnApi(templateOf(root));
  const evaluator = new ServerlessEvaluator(document, resources, evaluation);
  evaluation.evaluator = evaluator;
  return { root, resources, evaluator } as const;
}

/** What the framework calls the API that it makes; methods among the resources may belong to it too. */
const OWN_API = "ApiGatewayRestApi";

/** The API that functions' events belong to: one of the resources if `provider` says so, else the framework's. */
function ownApi(root: Declared, template: TemplateResources): Resource | undefined {
  const named = template.referred(root.get("provider", "apiGateway"), "restApiId");
  return named?.type === "AWS::ApiGateway::RestApi" ? named : template.named(OWN_API);
}

/** Resources may refer to the framework's API without declaring it. */
function withOwnApi(document: SourceDocument): SourceDocument {
  const found = entryOf(document.root, "Resources");
  if (entryOf(found?.value, OWN_API) !== undefined) return document;
  const at = { start: document.root.start, end: document.root.start };
  const type: HostNode = { kind: "scalar", value: "AWS::ApiGateway::RestApi", ...at };
  const api: HostNode = { kind: "map", entries: [{ key: "Type", keyRange: at, value: type }], ...at };
  const others = found?.value.kind === "map" ? found.value.entries : [];
  const resources: HostNode = { kind: "map", entries: [...others, { key: OWN_API, keyRange: at, value: api }], ...at };
  const rest = document.root.kind === "map" ? document.root.entries.filter((entry) => entry !== found) : [];
  const entries = [...rest, { key: "Resources", keyRange: at, value: resources }];
  return { ...document, root: { ...document.root, kind: "map", entries } };
}

/** `resources` is a template, or a list of templates, whose sections belong together; so may sections be lists of maps. */
function templateOf(root: Declared): SourceDocument {
  const { document, evaluation } = root;
  const at = { start: document.root.start, end: document.root.start };
  const sections = new Map<string, Map<string, HostEntry>>();
  const templates = root.get("resources")?.items() ?? [];
  for (const { key, value } of templates.flatMap((template) => template.entries())) {
    const section = sections.get(key) ?? new Map<string, HostEntry>();
    sections.set(key, section);
    for (const { node, document: source, address } of value.items()) {
      for (const entry of node.kind === "map" ? node.entries : []) {
        evaluation.keepDocument(evaluation.located(entry.value, source), pointerTo(address, entry.key));
        section.set(entry.key, entry);
      }
    }
  }
  const entries = [...sections].map(([key, section]): HostEntry => {
    return { key, keyRange: at, value: { kind: "map", entries: [...section.values()], ...at } };
  });
  return { ...document, root: { kind: "map", entries, ...at } };
}

const nameOfService = (root: Declared): string =>
  root.get("service", "name")?.text() ?? root.get("service")?.text() ?? "service";

/** A map, or a list of maps. */
const functionsOf = (
  root: Declared | undefined,
  key = "functions",
): { readonly key: string; readonly value: Declared }[] =>
  root
    ?.get(key)
    ?.items()
    .flatMap((item) => item.entries()) ?? [];

const httpEvents = (declared: Declared): Declared[] =>
  (declared.get("events")?.items() ?? []).flatMap((event) => event.get("http") ?? []);

function readService(
  root: Declared,
  template: TemplateResources,
  evaluator: ServerlessEvaluator,
): DeclaredApi & Surroundings {
  const { evaluation } = root;
  const service = nameOfService(root);
  const stage = evaluator.stage();
  const functions = functionsOf(root);
  const nameOf = (key: string): string =>
    functions
      .find((each) => each.key === key)
      ?.value.get("name")
      ?.text() ?? `${service}-${stage}-${key}`;
  const account = deploymentAccount(evaluation.parameters);
  const routes: Route[] = [];
  const authorizers: Record<string, Authorizer> = {};
  for (const { key, value } of functions) {
    for (const event of httpEvents(value)) {
      const read = readHttpEvent(event, { functionName: nameOf(key), account, nameOf });
      routes.push(...read.routes);
      if (read.authorizer !== undefined) authorizers[read.authorizer.name] = read.authorizer;
    }
    for (const event of value.get("events")?.items() ?? []) {
      if (event.get("httpApi") === undefined) continue;
      const message = `an event of ${key} belongs to an HTTP API, which is not run here`;
      evaluation.report("definition-unsupported", event, message);
    }
  }
  const declared = ownApi(root, template);
  const beside = declared && readRestApi(declared, template);
  routes.push(...(beside?.routes ?? []));
  const proxies = root.get("custom", "apiGatewayServiceProxies");
  if (proxies !== undefined) {
    const message = "the routes of serverless-apigateway-service-proxy are not run here: its templates are its own";
    evaluation.report("definition-unsupported", proxies, message);
  }
  const gateway = root.get("provider", "apiGateway");
  reportUnsupportedSettings(gateway);
  // One plan, or a list of maps from name to plan.
  for (const plan of gateway?.get("usagePlan")?.items() ?? []) {
    reportUnsupportedSettings(plan);
    for (const { value } of plan.entries()) reportUnsupportedSettings(value);
  }
  return {
    name: `${stage}-${service}`,
    // Several functions' events of one path each ask for the same preflight.
    routes: [...new Map(routes.map((route) => [`${route.httpMethod} ${route.path}`, route])).values()],
    authorizers: { ...beside?.authorizers, ...authorizers },
    gatewayResponses: beside?.gatewayResponses ?? {},
    binaryMediaTypes: gateway?.get("binaryMediaTypes")?.list() ?? beside?.binaryMediaTypes ?? [],
    apiKeySource: apiKeySource(gateway?.get("apiKeySourceType")?.text() ?? beside?.apiKeySource),
    stageName: stage,
    stageVariables: {},
    functions: Object.fromEntries(
      functions.map(({ key, value }) => [nameOf(key), readFunction(nameOf(key), value, root)]),
    ),
    tables: readTables(template),
  };
}

/** Code lies beside the service's file; 6 seconds is the framework's own timeout. */
function readFunction(name: string, declared: Declared, root: Declared): FunctionDefinition {
  const provider = root.get("provider");
  return {
    name,
    timeoutSeconds: 6,
    ...readFunctionSettings((key) => declared.get(key) ?? provider?.get(key)),
    environment: { ...provider?.get("environment")?.texts(), ...declared.get("environment")?.texts() },
  };
}
