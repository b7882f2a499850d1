import type { Integration, IntegrationResponse, MappingTemplate, Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { BARE_INTEGRATION, BARE_METHOD } from "../bare-route.js";
import { deploymentAccount } from "../deployment-account.js";
import { readIntegrationResponse } from "../read-integration.js";
import { readTemplates } from "../read-templates.js";

/** Response templates that the plugin names by outcome instead of content type, with the patterns it generates. */
const OUTCOMES: ReadonlyMap<string, { readonly statusCode: string; readonly selectionPattern: string }> = new Map([
  ["success", { statusCode: "200", selectionPattern: "" }],
  ["clientError", { statusCode: "400", selectionPattern: "4\\d{2}" }],
  ["serverError", { statusCode: "500", selectionPattern: "5\\d{2}" }],
]);

/** The routes that the plugin serverless-apigateway-service-proxy makes: a list of `{SERVICE: {...}}`. */
export function readServiceProxies(proxies: Declared | undefined): Route[] {
  const all = proxies?.items().flatMap((item) => item.entries()) ?? [];
  return all.map(({ key: service, value: proxy }) => {
    const path = proxy.get("path")?.text() ?? "";
    return {
      path: path === "" || path.startsWith("/") ? path : `/${path}`,
      httpMethod: proxy.get("method")?.text()?.toUpperCase() ?? "",
      place: proxy.place,
      ...BARE_METHOD,
      integration: readProxy(service.toLowerCase(), proxy),
    };
  });
}

function readProxy(service: string, proxy: Declared): Integration {
  const request = proxy.get("request");
  const action = proxy.get("action")?.text();
  const { region, partition } = deploymentAccount(proxy.evaluation.parameters);
  return {
    ...BARE_INTEGRATION,
    type: "AWS",
    place: proxy.place,
    uri: `arn:${partition}:apigateway:${region}:${service}:${action === undefined ? "path/" : `action/${action}`}`,
    httpMethod: "POST",
    passthroughBehavior: "NEVER",
    requestTemplates: request === undefined ? [] : readTemplates(request, "template"),
    responses: readResponses(proxy.get("response")),
  };
}

/** Either `template: {success, serverError...}` or a list of integration responses. */
function readResponses(response: Declared | undefined): IntegrationResponse[] {
  if (response === undefined) return [];
  if (!response.isMap) return response.items().flatMap((item) => readIntegrationResponse(item) ?? []);
  return readTemplates(response, "template").flatMap((template: MappingTemplate) => {
    const { contentType: outcome, ...rest } = template;
    const selected = OUTCOMES.get(outcome);
    if (selected === undefined) return [];
    const responseTemplates = [{ ...rest, contentType: "application/json" }];
    return [{ ...selected, responseParameters: {}, responseTemplates }];
  });
}
