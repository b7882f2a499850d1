import type { Declared } from "../../source/declared.js";

const INTEGRATION = "x-amazon-apigateway-integration";

/**
 * Whether an OpenAPI document declares an HTTP API, which no template is for, by the extensions that only these have. One
 * with another integration than a proxy, which HTTP APIs do not have, declares a REST API, whose import ignores them.
 */
export function isHttpApi(root: Declared): boolean {
  const integrations = [
    ...(root.get("components", "x-amazon-apigateway-integrations")?.entries() ?? []).map(({ value }) => value),
    ...(root.get("paths")?.entries() ?? []).flatMap(({ value }) =>
      value.entries().flatMap((operation) => operation.value.get(INTEGRATION) ?? []),
    ),
  ];
  if (integrations.some((each) => !/_proxy$/i.test(each.get("type")?.text() ?? "_proxy"))) return false;
  if (root.get("x-amazon-apigateway-cors") !== undefined) return true;
  return integrations.some((each) => each.get("integrationSubtype") ?? each.get("payloadFormatVersion"));
}
