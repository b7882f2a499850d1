import { type ContextKey, contextKey, contextKeys } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { nearestName } from "./nearest-name.js";

/** Maps whose members have any names: what an authorizer gives, and what a template overrides. */
const anyMembers =
  /^(?:authorizer|authorizer\.claims|requestOverride\.(?:header|path|querystring)|responseOverride\.header)$/;

/** Whether templates have a member of `$context` at a path: one that is listed, or one of any name. */
export function isContextKey(path: readonly string[]): boolean {
  return contextKey(path.join(".")) !== undefined || anyMembers.test(path.slice(0, -1).join("."));
}

/** Whether an API of a type has a member; where the type is not known, any API counts. HTTP APIs have no templates. */
export function isOfApi({ apis }: ContextKey, apiType: TemplateFacts["apiType"]): boolean {
  return apis === "all" || apiType === undefined || apiType === "HTTP" || apiType === apis;
}

/** The member that a misspelt path is likely meant to be. */
export function nearestContextKey(path: readonly string[]): string | undefined {
  return nearestName(
    path.join("."),
    contextKeys.map(({ path: name }) => name),
  );
}
