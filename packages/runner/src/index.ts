export type * from "./definition/api-definition.js";
export type * from "./integration/backend.js";
export type * from "./pipeline/invocation.js";
