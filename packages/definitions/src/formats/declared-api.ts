import type { ApiDefinition } from "../api-definition.js";

/** What a document says about an API itself, without what stands beside it. */
export type DeclaredApi = Pick<
  ApiDefinition,
  "name" | "routes" | "authorizers" | "gatewayResponses" | "binaryMediaTypes" | "apiKeySource"
>;

/** What stands around an API in its files: where it is deployed, and what it works with. */
export type Surroundings = Pick<ApiDefinition, "stageName" | "stageVariables" | "functions" | "tables">;
