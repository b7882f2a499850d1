import { placeholderFor } from "../../holes/placeholder.js";
import type { Declared } from "../../source/declared.js";
import type { Evaluation } from "../../source/evaluation.js";
import type { SourceDocument } from "../../source/source-document.js";
import type { InspectedApi } from "../declared-api.js";
import { readOpenApiArms } from "../openapi/read-openapi.js";
import { definitionsOf } from "../sam/read-sam-api.js";
import { readWebSocketRoute } from "../web-socket.js";
import { CloudFormationEvaluator } from "./cloudformation-evaluator.js";
import { restApis } from "./read-cloudformation.js";
import { readMethods } from "./read-methods.js";
import { readGatewayResponses } from "./read-rest-api.js";
import { readStage } from "./read-stage.js";
import { type Resource, TemplateResources } from "./template-resources.js";

/** What a CloudFormation or SAM template declares of APIs, whichever of its resources are deployed. */
export function inspectTemplate(document: SourceDocument, evaluation: Evaluation): InspectedApi[] {
  const evaluator = new CloudFormationEvaluator(document, evaluation);
  evaluation.evaluator = evaluator;
  return inspectResources(new TemplateResources(evaluator.withIncludes(), evaluation, () => true));
}

/** The same of resources that another format brings along. */
export function inspectResources(resources: TemplateResources): InspectedApi[] {
  const declared = restApis(resources).map(
    ({ name, read }): InspectedApi => ({ ...read(), apiType: "REST", logicalId: name }),
  );
  const elsewhere: InspectedApi = {
    apiType: "REST",
    routes: readMethods(undefined, resources),
    gatewayResponses: readGatewayResponses(undefined, resources),
    binaryMediaTypes: [],
    stageVariables: readStage(undefined, resources).stageVariables,
  };
  return [...declared, elsewhere, ...inspectHttpApis(resources), ...inspectWebSockets(resources)];
}

function inspectHttpApis(resources: TemplateResources): InspectedApi[] {
  const documents = [
    ...resources.ofType("AWS::ApiGatewayV2::Api").map(({ properties }) => properties?.arms("Body") ?? []),
    ...resources.ofType("AWS::Serverless::HttpApi").map((api) => definitionsOf(api, resources)),
  ];
  return documents.flatMap((arms): InspectedApi[] => {
    const api = readOpenApiArms(arms);
    return api === undefined ? [] : [{ ...api, apiType: "HTTP" }];
  });
}

/** Templates exist in WebSocket APIs only, so that is what an API defined elsewhere is. */
function inspectWebSockets(resources: TemplateResources): InspectedApi[] {
  const responses = resources.ofType("AWS::ApiGatewayV2::IntegrationResponse");
  return resources.ofType("AWS::ApiGatewayV2::Integration").flatMap((integration): InspectedApi[] => {
    const { properties } = integration;
    if (properties === undefined) return [];
    const own = responses.flatMap((response): Declared[] =>
      response.properties !== undefined && resources.referred(response.properties, "IntegrationId") === integration
        ? [response.properties]
        : [],
    );
    return [
      {
        apiType: isHttp(resources.referred(properties, "ApiId")) ? "HTTP" : "WEBSOCKET",
        routes: [readWebSocketRoute(properties, routeKeyOf(integration, resources), own)],
        gatewayResponses: {},
        binaryMediaTypes: [],
      },
    ];
  });
}

const isHttp = (api: Resource | undefined): boolean =>
  api?.type === "AWS::Serverless::HttpApi" || api?.properties?.get("ProtocolType")?.text() === "HTTP";

/** The key of the route whose target names the integration (`integrations/ID`). */
function routeKeyOf(integration: Resource, resources: TemplateResources): string | undefined {
  const target = placeholderFor(integration.name, false);
  const route = resources
    .ofType("AWS::ApiGatewayV2::Route")
    .find(({ properties }) => properties?.get("Target")?.text()?.endsWith(target) === true);
  return route?.properties?.get("RouteKey")?.text();
}
