import type { Declared } from "../../source/declared.js";

const INTEGRATION = "x-amazon-apigateway-integration";

/** Whether an OpenAPI document declares an HTTP API, which no template is for, by the extensions that only these have. */
export function isHttpApi(root: Declared): boolean {
  if (root.get("x-amazon-apigateway-cors") !== undefined) return true;
  const integrations = [
    ...(root.get("components", "x-amazon-apigateway-integrations")?.entries() ?? []).map(({ value }) => value),
    ...(root.get("paths")?.entries() ?? []).flatMap(({ value }) =>
      value.entries().flatMap((operation) => operation.value.get(INTEGRATION) ?? []),
    ),
  ];
  return integrations.some((each) => each.get("integrationSubtype") ?? each.get("payloadFormatVersion"));
}
