import type { ContentHandling, Integration, IntegrationResponse, Route } from "@apigw-vtl/definitions";
import { type MappingSource, parseMappingSource } from "../mapping/mapping-expression.js";
import { type CompileTemplate, compileTemplate, PreparedTemplate } from "../template/prepared-template.js";

/** A method with everything that can be worked out once for all requests. */
export interface PreparedRoute {
  readonly route: Route;
  readonly integration: PreparedIntegration | undefined;
}

export interface PreparedIntegration {
  readonly integration: Integration;
  readonly requestTemplates: readonly PreparedTemplate[];
  readonly requestMappings: readonly RequestMapping[];
  /** Those with a pattern, lowest status first: the order in which the service tries them, as far as recorded. */
  readonly patternResponses: readonly PreparedResponse[];
  readonly defaultResponse: PreparedResponse | undefined;
}

export interface RequestMapping {
  readonly location: "header" | "querystring" | "path";
  readonly name: string;
  readonly source: MappingSource;
  /** As declared. */
  readonly target: string;
  readonly expression: string;
}

export interface PreparedResponse {
  readonly response: IntegrationResponse;
  readonly contentHandling: ContentHandling | undefined;
  readonly templates: readonly PreparedTemplate[];
  readonly mappings: readonly ResponseMapping[];
}

export interface ResponseMapping {
  readonly header: string;
  readonly source: MappingSource;
  readonly expression: string;
}

export function prepareRoute(route: Route, compile: CompileTemplate): PreparedRoute {
  return {
    route,
    integration: route.integration && prepareIntegration(route.integration, compile),
  };
}

/** Its responses are the very objects of `integration`. */
export function prepareIntegration(
  integration: Integration,
  compile: CompileTemplate = compileTemplate,
): PreparedIntegration {
  const responses = integration.responses.map((response) => prepareResponse(response, compile));
  return {
    integration,
    requestTemplates: integration.requestTemplates.map((template) => new PreparedTemplate(template, compile)),
    requestMappings: Object.entries(integration.requestParameters).flatMap(([target, expression]) => {
      const [, location, name] = /^integration\.request\.(header|querystring|path)\.(.+)$/s.exec(target) ?? [];
      if (location === undefined || name === undefined) return [];
      const source = parseMappingSource(expression, "method.request");
      return [{ location: location as RequestMapping["location"], name, source, target, expression }];
    }),
    patternResponses: responses
      .filter(({ response }) => response.selectionPattern)
      .sort((a, b) => Number(a.response.statusCode) - Number(b.response.statusCode)),
    defaultResponse: responses.find(({ response }) => !response.selectionPattern),
  };
}

function prepareResponse(response: IntegrationResponse, compile: CompileTemplate): PreparedResponse {
  return {
    response,
    contentHandling: response.contentHandling,
    templates: response.responseTemplates.map((template) => new PreparedTemplate(template, compile)),
    mappings: Object.entries(response.responseParameters).flatMap(([target, expression]) => {
      const [, header] = /^method\.response\.header\.(.+)$/s.exec(target) ?? [];
      if (header === undefined) return [];
      return [{ header, source: parseMappingSource(expression, "integration.response"), expression }];
    }),
  };
}
