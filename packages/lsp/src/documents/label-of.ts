import { fileNameOf } from "./file-name-of.js";
import type { TemplateView } from "./template-view.js";

/** What a person calls a template: `POST /orders request application/json`; a file's own name where it stands alone. */
export function labelOf(view: TemplateView): string {
  const { uri, embedded, template, facts } = view;
  if (!embedded) return fileNameOf(uri);
  const label = joined([roleOf(view), facts.contentType]);
  return label === "" ? template.address : label;
}

/** Which template of an API it is: route, direction, and of a response its status; empty where the file does not say. */
export function roleOf({ facts, template }: TemplateView): string {
  const { httpMethod, path, direction, response, gatewayResponse } = facts;
  const { routeKey } = template.facts;
  const side = gatewayResponse ? `gateway response ${gatewayResponse.responseType}` : direction;
  const status = direction === "response" ? response?.statusCode : undefined;
  return joined([routeKey ?? joined([httpMethod, path]), side, status]);
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
