import type { Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import type { DeclaredArm } from "../../source/evaluation.js";
import { readMethods } from "../cloudformation/read-methods.js";
import { readAuthorizers, readGatewayResponses } from "../cloudformation/read-rest-api.js";
import type { Resource, TemplateResources } from "../cloudformation/template-resources.js";
import type { DeclaredApi } from "../declared-api.js";
import { apiKeySource, readOpenApiArms } from "../openapi/read-openapi.js";
import { readGatewayResponseMap } from "../read-gateway-response.js";
import { corsRoutes } from "./cors-routes.js";
import { readSamAuth } from "./read-sam-auth.js";
import { readEventRoutes } from "./read-sam-events.js";

/** What SAM calls the API that functions' events belong to when they name none. */
export const IMPLICIT_API = "ServerlessRestApi";

/** An `AWS::Serverless::Api`, or (`undefined`) the implicit one, with the functions' events that belong to it. */
export function readSamApi(api: Resource | undefined, resources: TemplateResources): DeclaredApi {
  const globals = resources.root.get("Globals", "Api");
  const setting = (...path: string[]): Declared | undefined => api?.properties?.get(...path) ?? globals?.get(...path);
  const own = api && readOpenApiArms(definitionsOf(api, resources));
  const auth = readSamAuth(setting("Auth"), resources);
  const declared = own?.routes ?? [];
  const events = readEventRoutes(api, resources, setting("Models"), auth);
  const routes = mergeRoutes(
    declared.map((route) => withDefaults(route, auth.ofDefinition)),
    events,
  );
  return {
    name: setting("Name")?.text() ?? own?.name ?? api?.name ?? IMPLICIT_API,
    routes: [
      ...routes,
      ...corsRoutes(setting("Cors"), routes, auth),
      ...(api === undefined ? [] : readMethods(api, resources)),
    ],
    authorizers: { ...own?.authorizers, ...auth.authorizers, ...(api && readAuthorizers(api, resources)) },
    gatewayResponses: {
      ...own?.gatewayResponses,
      ...readGatewayResponseMap(setting("GatewayResponses")),
      ...(api && readGatewayResponses(api, resources)),
    },
    // SAM writes `image~1png` for `image/png`.
    binaryMediaTypes: [
      ...(own?.binaryMediaTypes ?? []),
      ...(setting("BinaryMediaTypes")?.list() ?? []).map((type) => type.replaceAll("~1", "/")),
    ],
    apiKeySource: apiKeySource(setting("ApiKeySourceType")?.text() ?? own?.apiKeySource),
  };
}

/** The OpenAPI document in `DefinitionBody`, or in the file that `DefinitionUri` names; what it may be under conditions. */
export function definitionsOf(api: Resource, resources: TemplateResources): readonly DeclaredArm[] {
  const bodies = api.properties?.arms("DefinitionBody") ?? [];
  if (bodies.length > 0) return bodies;
  const uri = api.properties?.get("DefinitionUri");
  const location = uri?.text();
  if (uri === undefined || location === undefined) return [];
  const document = resources.evaluation.fileFrom(location, uri);
  const value = document && resources.declare(document);
  if (value !== undefined) return [{ value, conditions: [] }];
  if (document !== undefined) return [];
  uri.evaluation.reportMissing(location, uri, `${location} cannot be read; the methods it declares are missing`);
  return [];
}

function withDefaults(route: Route, defaults: { authorizer?: string; apiKeyRequired: boolean }): Route {
  const authorizer = route.authorizer ?? defaults.authorizer;
  return {
    ...route,
    ...(authorizer !== undefined && { authorizer }),
    apiKeyRequired: route.apiKeyRequired || defaults.apiKeyRequired,
  };
}

/** What the document itself declares stays. */
function mergeRoutes(declared: readonly Route[], events: readonly Route[]): Route[] {
  const keyOf = ({ path, httpMethod }: Route): string => `${httpMethod} ${path}`;
  const known = new Set(declared.map(keyOf));
  return [...declared, ...events.filter((route) => !known.has(keyOf(route)))];
}
