import type { IntegrationResponse, Route } from "../api-definition.js";
import type { Declared } from "../source/declared.js";
import { BARE_METHOD } from "./bare-route.js";
import { readIntegration } from "./read-integration.js";
import { readTemplates } from "./read-templates.js";

/** A route of a WebSocket API with its integration; CloudFormation and Terraform declare each by itself. */
export function readWebSocketRoute(
  integration: Declared,
  routeKey: string | undefined,
  responses: readonly Declared[],
): Route {
  return {
    path: "",
    httpMethod: "",
    ...(routeKey !== undefined && { routeKey }),
    ...BARE_METHOD,
    declaresMore: true,
    ...readIntegration(integration, { responses: responses.map(readResponse) }),
  };
}

/** `/200/` or `/4\\d{2}/` selects by status; `$default` answers what nothing else does. */
function readResponse(declared: Declared): IntegrationResponse {
  const key = (declared.get("integrationResponseKey") ?? declared.get("responseKey"))?.text() ?? "$default";
  return {
    place: declared.place,
    statusCode: "",
    ...(key !== "$default" && { selectionPattern: key }),
    responseParameters: {},
    responseTemplates: readTemplates(declared, "responseTemplates"),
  };
}
