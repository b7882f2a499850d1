import { placeholderFor } from "../../holes/placeholder.js";
import { isOpenApi } from "../../hosts/read-document.js";
import type { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { InspectedApi } from "../declared-api.js";
import { readWebSocketRoute } from "../web-socket.js";
import { readBodies, readBody } from "./read-terraform-body.js";
import { METHOD_PARTS, TerraformMethods } from "./read-terraform-methods.js";
import { readGatewayResponses, readStage } from "./read-terraform-resources.js";
import { type Block, bodyOf, nameOf, type TerraformBlocks } from "./terraform-blocks.js";

/** What the files of a module declare of APIs, whether or not it can run. */
export function inspectTerraform(blocks: TerraformBlocks, evaluation: Evaluation): InspectedApi[] {
  const methods = new TerraformMethods(blocks, evaluation);
  const apis = blocks.restApis(METHOD_PARTS).flatMap((address): InspectedApi[] => {
    const block = blocks.at(address);
    const body = block && bodyOf(block, evaluation);
    const binaryMediaTypes = body?.get("binary_media_types")?.list() ?? [];
    const own = readBodies(body);
    const methodsOfOwn: InspectedApi = {
      logicalId: nameOf(address),
      apiType: "REST",
      routes: [...methods.of(address), ...methods.withoutMethod(address)],
      gatewayResponses: {},
      binaryMediaTypes: [...(own?.binaryMediaTypes ?? []), ...binaryMediaTypes],
      stageVariables: readStage(address, blocks, evaluation).stageVariables,
    };
    if (block === undefined || own === undefined) return [methodsOfOwn];
    const { file } = block.document;
    return [
      { ...own, ...methodsOfOwn, file, routes: own.routes, gatewayResponses: own.gatewayResponses },
      methodsOfOwn,
    ];
  });
  const elsewhere: InspectedApi = {
    apiType: "REST",
    routes: [...methods.of(undefined), ...methods.withoutMethod(undefined)],
    gatewayResponses: readGatewayResponses(undefined, blocks, evaluation),
    binaryMediaTypes: [],
    stageVariables: readStage(undefined, blocks, evaluation).stageVariables,
  };
  return [
    ...apis,
    elsewhere,
    ...inspectModuleInputs(blocks, evaluation),
    ...inspectHttpApis(blocks, evaluation),
    ...inspectWebSockets(blocks, evaluation),
  ];
}

/** OpenAPI documents that reach a module by its inputs, as texts or from files. */
function inspectModuleInputs(blocks: TerraformBlocks, evaluation: Evaluation): InspectedApi[] {
  return blocks.all
    .filter(({ kind }) => kind === "module")
    .flatMap((block) =>
      bodyOf(block, evaluation)
        .entries()
        .flatMap(({ value }): InspectedApi[] => {
          const own = isOpenApiText(value) ? readBody(value) : undefined;
          return own === undefined ? [] : [{ ...own, file: block.document.file, apiType: "REST" }];
        }),
    );
}

const isOpenApiText = ({ node, document }: Declared): boolean =>
  node === document.root
    ? isOpenApi(node)
    : node.kind === "scalar" &&
      typeof node.value === "string" &&
      /^\s*\{?\s*"?(?:swagger|openapi)"?\s*:/.test(node.value);

function inspectHttpApis(blocks: TerraformBlocks, evaluation: Evaluation): InspectedApi[] {
  return blocks.ofType("aws_apigatewayv2_api").flatMap((block): InspectedApi[] => {
    const own = readBodies(bodyOf(block, evaluation));
    return own === undefined ? [] : [{ ...own, file: block.document.file, apiType: "HTTP" }];
  });
}

/** Templates exist in WebSocket APIs only, so that is what an API of another module is. */
function inspectWebSockets(blocks: TerraformBlocks, evaluation: Evaluation): InspectedApi[] {
  const body = (block: Block): Declared => bodyOf(block, evaluation);
  const routes = blocks.ofType("aws_apigatewayv2_route");
  const responses = blocks.ofType("aws_apigatewayv2_integration_response");
  return blocks.ofType("aws_apigatewayv2_integration").map((integration): InspectedApi => {
    const api = blocks.referred(integration, "api_id");
    const protocol = api && body(api).get("protocol_type")?.text();
    const target = placeholderFor(`${integration.address}.id`, false);
    const route = routes.find((block) => body(block).get("target")?.text()?.includes(target) === true);
    const own = responses.filter((block) => blocks.referred(block, "integration_id") === integration);
    const routeKey = route && body(route).get("route_key")?.text();
    return {
      apiType: protocol === "HTTP" ? "HTTP" : "WEBSOCKET",
      routes: [readWebSocketRoute(body(integration), routeKey, own.map(body))],
      gatewayResponses: {},
      binaryMediaTypes: [],
    };
  });
}
