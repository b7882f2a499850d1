import type { Integration, Route } from "../api-definition.js";

/** A method of which nothing is said, or said here. */
export const BARE_METHOD = {
  apiKeyRequired: false,
  authorizationScopes: [],
  validator: { body: false, parameters: false },
  requestParameters: [],
  requestModels: {},
  methodResponses: [],
} as const satisfies Partial<Route>;

/** An integration of which no more is said than its type; a framework may say more. */
export const BARE_INTEGRATION = {
  passthroughBehavior: "WHEN_NO_MATCH",
  requestParameters: {},
  requestTemplates: [],
  timeoutInMillis: 29_000,
  responses: [],
} as const satisfies Partial<Integration>;
