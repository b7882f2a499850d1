import type { TemplateFacts } from "../../facts/template-facts.js";
import type { TemplateSearch } from "../../template-search.js";
import type { HostNode } from "../../tree/host-node.js";
import { branches, entryOf, pointerTo, transformsOf, valueAt } from "../../tree/lookup.js";
import { displayText, displayTexts } from "../../tree/node-text.js";
import { findInGatewayResponse, findInGatewayResponses } from "../find-in-gateway-responses.js";
import { findInIntegration } from "../find-in-integration.js";
import { findInOpenApi } from "../openapi/find-in-openapi.js";
import { readMethod } from "./read-method.js";
import { type Resource, ResourceGraph } from "./resource-graph.js";
import { findInWebSocketIntegration, findInWebSocketResponse } from "./web-socket.js";

/** Finds the templates of a CloudFormation or SAM template's resources; `root` holds `Resources`. */
export function findInCloudFormation(root: HostNode, address: string, search: TemplateSearch): void {
  const entry = entryOf(root, "Resources");
  if (entry === undefined) return;
  const graph = new ResourceGraph(entry.value, search.context);
  const resources = pointerTo(address, entry.key);
  for (const resource of graph.resources) {
    const properties = pointerTo(pointerTo(resources, resource.name), "Properties");
    findInResource(resource, properties, graph, search);
  }
}

function findInResource(resource: Resource, address: string, graph: ResourceGraph, search: TemplateSearch): void {
  const { type, properties } = resource;
  if (properties === undefined) return;
  switch (type) {
    case "AWS::ApiGateway::Method":
      findInMethod(properties, address, graph, search);
      break;
    case "AWS::ApiGateway::RestApi":
      findInDefinition(properties, ["Body"], address, "REST", search);
      break;
    case "AWS::Serverless::Api":
      findInDefinition(properties, ["DefinitionBody", "DefinitionUri"], address, "REST", search);
      findInSamGatewayResponses(properties, address, search);
      break;
    case "AWS::ApiGatewayV2::Api":
      findInDefinition(properties, ["Body"], address, "HTTP", search);
      break;
    case "AWS::Serverless::HttpApi":
      findInDefinition(properties, ["DefinitionBody", "DefinitionUri"], address, "HTTP", search);
      break;
    case "AWS::ApiGateway::GatewayResponse": {
      const responseType = displayText(valueAt(properties, "ResponseType"), search.context) ?? "";
      findInGatewayResponse(properties, address, responseType, "REST", search);
      break;
    }
    case "AWS::ApiGatewayV2::Integration":
      findInWebSocketIntegration(resource, address, graph, search);
      break;
    case "AWS::ApiGatewayV2::IntegrationResponse":
      findInWebSocketResponse(properties, address, graph, search);
      break;
  }
}

function findInMethod(properties: HostNode, address: string, graph: ResourceGraph, search: TemplateSearch): void {
  const { context } = search;
  const httpMethod = displayText(valueAt(properties, "HttpMethod"), context)?.toUpperCase();
  const path = graph.pathOf(valueAt(properties, "ResourceId"));
  const base = {
    apiType: "REST" as const,
    ...(httpMethod !== undefined && { httpMethod }),
    ...(path !== undefined && { path }),
    method: readMethod(properties, graph, context),
    binaryMediaTypes: graph.binaryMediaTypes(valueAt(properties, "RestApiId")),
  };
  const entry = entryOf(properties, "Integration");
  for (const { node } of branches(entry?.value)) {
    findInIntegration(node, pointerTo(address, entry!.key), base, search);
  }
}

/** An OpenAPI document in a property, or named by one. */
function findInDefinition(
  properties: HostNode,
  keys: readonly string[],
  address: string,
  apiType: TemplateFacts["apiType"],
  search: TemplateSearch,
): void {
  const declared = displayTexts(valueAt(properties, "BinaryMediaTypes"), search.context);
  // SAM writes `image~1png` for `image/png`.
  const binaryMediaTypes = declared.map((type) => type.replaceAll("~1", "/"));
  for (const key of keys) {
    const entry = entryOf(properties, key);
    for (const { node } of branches(entry?.value)) {
      const place = { address: pointerTo(address, entry!.key), apiType, binaryMediaTypes };
      const locations = node.kind === "scalar" ? [node] : includedLocations(node);
      for (const location of locations) {
        const file = displayText(location, search.context);
        if (file === undefined || !isLocalPath(file)) continue;
        const { start, end } = location;
        const reference = { kind: "file" as const, path: file, interpolated: false, start, end };
        search.references.push({ kind: "definition", reference, address: place.address, place });
      }
      findInOpenApi(node, place, search);
    }
  }
}

/** Each `Location` of `Fn::Transform: {Name: AWS::Include, Parameters: {Location}}`. */
function includedLocations(node: HostNode): HostNode[] {
  return transformsOf(node).flatMap((transform) => valueAt(transform, "Parameters", "Location") ?? []);
}

/** Buckets, URLs and names that the host fills in are no files of the project. */
const isLocalPath = (path: string): boolean => !/^[a-z][a-z0-9+.-]+:|[<>$]/i.test(path);

function findInSamGatewayResponses(properties: HostNode, address: string, search: TemplateSearch): void {
  const entry = entryOf(properties, "GatewayResponses");
  if (entry !== undefined) findInGatewayResponses(entry.value, pointerTo(address, entry.key), "REST", search);
}
