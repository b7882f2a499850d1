import { readIntegration, readIntegrationResponse } from "../../facts/read-integration.js";
import type { TemplateHost } from "../../found-template.js";
import { assemble } from "../../map/assemble.js";
import type { Interpolation } from "../../map/literal.js";
import { searchTree } from "../../syntax-tree/search-tree.js";
import type { FactsBase, TemplateSearch } from "../../template-search.js";
import type { HostMap, HostNode } from "../../tree/host-node.js";
import { branches, entryOf, pointerTo, valueAt } from "../../tree/lookup.js";
import { displayText, displayTexts, textAlternatives } from "../../tree/node-text.js";
import { findByKey } from "../find-by-key.js";
import { findInDocument, findInTree } from "../find-in-document.js";
import { findInGatewayResponse } from "../find-in-gateway-responses.js";
import { findInIntegration } from "../find-in-integration.js";
import { methodFacts } from "./method-facts.js";
import { type TerraformBlock, TerraformModule } from "./terraform-module.js";

/** Finds the templates of a Terraform file's API Gateway resources, and of modules' arguments. */
export async function findInTerraform(search: TemplateSearch, host: TemplateHost): Promise<void> {
  await searchTree(search, "hcl", host, (root) => {
    const module = new TerraformModule(root, search.context.source);
    for (const block of module.blocks) findInBlock(block, module, search);
    findByKey(module.tree, search);
  });
}

function findInBlock(block: TerraformBlock, module: TerraformModule, search: TemplateSearch): void {
  const address = pointerTo("", block.address);
  switch (block.type) {
    case "aws_api_gateway_integration": {
      const base = { apiType: "REST" as const, ...methodFacts(block, module, search.context) };
      findInIntegration(integrationOf(block), address, base, search);
      break;
    }
    case "aws_api_gateway_integration_response":
      findInIntegrationResponse(block, address, module, search);
      break;
    case "aws_apigatewayv2_integration":
      findInIntegration(block.body, address, webSocketBase(block, module, search), search);
      break;
    case "aws_apigatewayv2_integration_response":
      findInWebSocketResponse(block, address, module, search);
      break;
    case "aws_api_gateway_gateway_response": {
      const responseType = displayText(valueAt(block.body, "response_type"), search.context) ?? "";
      findInGatewayResponse(block.body, address, responseType, "REST", search);
      break;
    }
    case "aws_api_gateway_rest_api":
    case "aws_apigatewayv2_api":
      findInBody(block, address, search);
      break;
  }
}

/** The resource's own `http_method` is the method's, not the integration's. */
function integrationOf({ body }: TerraformBlock): HostMap {
  return { ...body, entries: body.entries.filter((entry) => entry.key !== "http_method") };
}

function findInIntegrationResponse(
  block: TerraformBlock,
  address: string,
  module: TerraformModule,
  search: TemplateSearch,
): void {
  const templates = entryOf(block.body, "response_templates");
  if (templates === undefined) return;
  const place = (candidate: TerraformBlock): string =>
    ["resource_id", "http_method"].map((name) => sourceOf(module.attribute(candidate, name), search)).join(" ");
  const owner = module.ofType("aws_api_gateway_integration").find((candidate) => place(candidate) === place(block));
  const statusCode = displayText(module.attribute(block, "status_code"), search.context);
  const facts: FactsBase = {
    direction: "response",
    apiType: "REST",
    ...methodFacts(block, module, search.context),
    ...(owner !== undefined && { integration: readIntegration(integrationOf(owner), search.context) }),
    response: {
      ...readIntegrationResponse(block.body, undefined, search.context),
      ...(statusCode !== undefined && { statusCode }),
    },
  };
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), facts);
}

function sourceOf(node: HostNode | undefined, search: TemplateSearch): string {
  return node === undefined ? "" : search.context.source.slice(node.start, node.end);
}

function findInWebSocketResponse(
  block: TerraformBlock,
  address: string,
  module: TerraformModule,
  search: TemplateSearch,
): void {
  const templates = entryOf(block.body, "response_templates");
  if (templates === undefined) return;
  const owner = module.referred(valueAt(block.body, "integration_id"));
  const key = displayText(valueAt(block.body, "integration_response_key"), search.context);
  search.addTemplateMap(templates.value, pointerTo(address, templates.key), {
    ...webSocketBase(owner, module, search),
    direction: "response",
    ...(owner !== undefined && { integration: readIntegration(owner.body, search.context) }),
    response: { ...(key !== undefined && { selectionPattern: key === "$default" ? "" : key }), responseParameters: {} },
  });
}

/** Templates exist in WebSocket APIs only, so that is what an API of another file is. */
function webSocketBase(
  integration: TerraformBlock | undefined,
  module: TerraformModule,
  search: TemplateSearch,
): Pick<FactsBase, "apiType" | "routeKey"> {
  const api = module.referred(valueAt(integration?.body, "api_id"));
  const protocol = displayText(valueAt(api?.body, "protocol_type"), search.context);
  const route = module
    .ofType("aws_apigatewayv2_route")
    .find((block) => sourceOf(valueAt(block.body, "target"), search).includes(`{${integration?.address}.id}`));
  const routeKey = displayText(valueAt(route?.body, "route_key"), search.context);
  return { apiType: protocol === "HTTP" ? "HTTP" : "WEBSOCKET", ...(routeKey !== undefined && { routeKey }) };
}

/** The `body`: an OpenAPI document as a value, as text, or in a file. */
function findInBody(block: TerraformBlock, address: string, search: TemplateSearch): void {
  const entry = entryOf(block.body, "body");
  const apiType = block.type === "aws_apigatewayv2_api" ? ("HTTP" as const) : ("REST" as const);
  const binaryMediaTypes = displayTexts(valueAt(block.body, "binary_media_types"), search.context);
  const place = { address: pointerTo(address, "body"), apiType, binaryMediaTypes };
  for (const { node } of branches(entry?.value)) {
    if (node.kind === "json") findInTree(node.value, search, place);
    else if (node.kind === "map") findInTree(node, search, place);
    else {
      for (const alternative of textAlternatives(node, search.context)) {
        if (alternative.kind === "file") {
          const { reference } = alternative;
          search.references.push({ kind: "definition", reference, address: place.address, place });
          continue;
        }
        const embedded = assemble(alternative.parts);
        const none: readonly Interpolation[] = [];
        const inner = search.inner(embedded, none, false);
        findInDocument(inner, /^\s*\{/.test(embedded.text) ? "json" : "yaml", place);
        search.adopt(inner);
      }
    }
  }
}
