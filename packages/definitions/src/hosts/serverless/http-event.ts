import { dataEntries, readTexts } from "../../facts/read-integration.js";
import type { DeclaredParameter, IntegrationFacts, IntegrationResponseFacts } from "../../facts/template-facts.js";
import type { FactsBase, TemplateSearch } from "../../template-search.js";
import type { HostEntry, HostNode } from "../../tree/host-node.js";
import { entryOf, pointerTo, valueAt } from "../../tree/lookup.js";
import { displayText, type TextContext } from "../../tree/node-text.js";

/** The framework's names of integration types. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ["lambda", "AWS"],
  ["lambda-proxy", "AWS_PROXY"],
  ["aws", "AWS"],
  ["aws-proxy", "AWS_PROXY"],
  ["http", "HTTP"],
  ["http-proxy", "HTTP_PROXY"],
  ["mock", "MOCK"],
]);

/** Finds the templates of an `http` event: `request.template`, `response.template` and those by status code. */
export function findInHttpEvent(node: HostNode, address: string, search: TemplateSearch): void {
  const { context } = search;
  const text = (...path: string[]): string | undefined => displayText(valueAt(node, ...path), context);
  const httpMethod = text("method")?.toUpperCase();
  const path = text("path");
  const base: Omit<FactsBase, "direction"> = {
    apiType: "REST",
    ...(httpMethod !== undefined && { httpMethod }),
    ...(path !== undefined && { path: path.startsWith("/") ? path : `/${path}` }),
    integration: readEventIntegration(node, context),
    method: { requestParameters: readParameters(node), requestModels: {}, responses: [] },
  };
  const request = entryOf(valueAt(node, "request"), "template");
  if (request !== undefined) {
    addTemplates(request, `${address}/request`, { ...base, direction: "request" }, search);
  }
  const fallback = entryOf(valueAt(node, "response"), "template");
  if (fallback !== undefined) {
    const response = { statusCode: "200", selectionPattern: "", responseParameters: {} };
    addTemplates(fallback, `${address}/response`, { ...base, direction: "response", response }, search);
  }
  for (const { key, value } of dataEntries(valueAt(node, "response", "statusCodes"))) {
    const template = entryOf(value, "template");
    if (template === undefined) continue;
    const facts = { ...base, direction: "response" as const, response: readStatus(key, value, context) };
    addTemplates(template, pointerTo(`${address}/response/statusCodes`, key), facts, search);
  }
}

/** A text alone is the template of `application/json`. */
function addTemplates({ key, value }: HostEntry, parent: string, base: FactsBase, search: TemplateSearch): void {
  const address = pointerTo(parent, key);
  if (value.kind === "map") search.addTemplateMap(value, address, base);
  else search.addTemplate(value, address, { ...base, contentType: "application/json", conditions: [] });
}

function readEventIntegration(node: HostNode, context: TextContext): IntegrationFacts {
  const name = displayText(valueAt(node, "integration"), context)?.toLowerCase().replaceAll("_", "-");
  const type = TYPES.get(name ?? "lambda-proxy");
  const passthroughBehavior = displayText(valueAt(node, "request", "passThrough"), context);
  const contentHandling = displayText(valueAt(node, "request", "contentHandling"), context);
  const uri = displayText(valueAt(node, "request", "uri"), context);
  return {
    ...(type !== undefined && { type }),
    proxy: type === "AWS_PROXY" || type === "HTTP_PROXY",
    ...(uri !== undefined && { uri }),
    ...((name === "lambda" || type === "AWS_PROXY") && { service: "lambda" }),
    ...(passthroughBehavior !== undefined && { passthroughBehavior }),
    ...(contentHandling !== undefined && { contentHandling }),
    requestParameters: {},
    requestTemplates: dataEntries(valueAt(node, "request", "template")).map((entry) => entry.key),
    responses: readStatuses(node, context),
  };
}

/** Unless a pattern is the empty text, the framework adds a 200 for everything else, in the place of any other. */
function readStatuses(node: HostNode, context: TextContext): IntegrationResponseFacts[] {
  const declared = dataEntries(valueAt(node, "response", "statusCodes")).map(({ key, value }) =>
    readStatus(key, value, context),
  );
  if (declared.length === 0 || declared.some(({ selectionPattern }) => selectionPattern === "")) return declared;
  const added = { statusCode: "200", selectionPattern: "", responseParameters: {} };
  return [added, ...declared.filter(({ statusCode }) => statusCode !== "200")];
}

function readStatus(statusCode: string, node: HostNode, context: TextContext): IntegrationResponseFacts {
  const selectionPattern = displayText(valueAt(node, "pattern"), context);
  return {
    statusCode,
    ...(selectionPattern !== undefined && { selectionPattern }),
    responseParameters: readTexts(valueAt(node, "headers"), context),
  };
}

const LOCATIONS: readonly (readonly [string, DeclaredParameter["location"]])[] = [
  ["paths", "path"],
  ["querystrings", "querystring"],
  ["headers", "header"],
];

/** `request.parameters.querystrings.name: true`. */
function readParameters(node: HostNode): DeclaredParameter[] {
  return LOCATIONS.flatMap(([key, location]) =>
    dataEntries(valueAt(node, "request", "parameters", key)).map(({ key: name, value }) => {
      const required = value.kind === "map" ? valueAt(value, "required") : value;
      return { location, name, required: required?.kind === "scalar" && required.value === true };
    }),
  );
}
