export type * from "./authorizer/stand-in.js";
export { createGateway, type Gateway } from "./create-gateway.js";
export type * from "./definition/api-definition.js";
export type { DefinitionProblem } from "./definition/definition-problem.js";
export { type DefinitionOptions, type DefinitionResult, readDefinition } from "./definition/read-definition.js";
export type { DefinitionFile } from "./definition/source/load-source.js";
export type { ApiKey, GatewayOptions } from "./gateway-options.js";
export type * from "./integration/backend.js";
export type * from "./pipeline/invocation.js";
