import type { Route } from "../api-definition.js";

/** A method of which nothing is said, or said here. */
export const BARE_METHOD = {
  apiKeyRequired: false,
  authorizationScopes: [],
  validator: { body: false, parameters: false },
  requestParameters: [],
  requestModels: {},
  methodResponses: [],
} as const satisfies Partial<Route>;
