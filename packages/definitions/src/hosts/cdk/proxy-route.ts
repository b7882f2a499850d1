import type { MappingTemplate } from "../../api-definition.js";
import type { TemplateFacts } from "../../facts/template-facts.js";
import { BARE_INTEGRATION, BARE_METHOD } from "../../formats/bare-route.js";
import type { FoundRoute } from "../../found-template.js";

/**
 * What rules over integrations have to know of templates that a construct gives to a proxy, which never runs them. Of
 * other integrations a program says too much elsewhere for such rules.
 */
export function proxyRoute(
  templates: readonly MappingTemplate[],
  { apiType = "REST", httpMethod = "", path = "", routeKey, direction, integration }: TemplateFacts,
): readonly FoundRoute[] {
  const type = integration?.type;
  const place = templates[0]?.place;
  if (place === undefined || (type !== "AWS_PROXY" && type !== "HTTP_PROXY")) return [];
  const responses = [{ statusCode: "", responseParameters: {}, responseTemplates: templates }];
  return [
    {
      apiType,
      route: {
        ...BARE_METHOD,
        httpMethod,
        path,
        ...(routeKey !== undefined && { routeKey }),
        declaresMore: true,
        integration: {
          ...BARE_INTEGRATION,
          type,
          place,
          ...(direction === "request" ? { requestTemplates: templates } : { responses }),
        },
      },
    },
  ];
}
