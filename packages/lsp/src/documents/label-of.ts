import type { TemplateView } from "./template-view.js";

/** What a person calls a template: `POST /orders request application/json`; a file's own name where it stands alone. */
export function labelOf({ facts, template, uri, embedded }: TemplateView): string {
  if (!embedded) return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  const { httpMethod, path, contentType, direction, response, gatewayResponse } = facts;
  const { routeKey } = template.facts;
  const route = routeKey ?? [httpMethod, path].filter((part) => part !== undefined).join(" ");
  const side = gatewayResponse ? `gateway response ${gatewayResponse.responseType}` : direction;
  const status = direction === "response" ? response?.statusCode : undefined;
  const label = [route, side, status, contentType].filter((part) => part !== undefined && part !== "").join(" ");
  return label === "" ? template.address : label;
}
