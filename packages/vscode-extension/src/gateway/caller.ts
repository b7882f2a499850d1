import { isPlainObject, type TemplateEvent } from "@apigw-vtl/compiler";
import type { ApiDefinition, Route } from "@apigw-vtl/definitions";
import type { AuthorizerContext, AuthorizerStandIn, GatewayRequest } from "@apigw-vtl/runner";

/** Who calls: what stands in for the method's authorizer, by its name. */
export interface Caller {
  readonly authorizers: Readonly<Record<string, AuthorizerStandIn>>;
  readonly notes: readonly string[];
}

/**
 * `context.authorizer` of the sample is what the authorizer has decided. Without it a token of a user pool is read from the
 * request; anybody else is let through, as no function is called from the editor.
 */
export function callerOf(
  definition: ApiDefinition,
  { authorizer: name }: Route,
  { context }: TemplateEvent,
  { headers }: GatewayRequest,
): Caller {
  if (name === undefined) return { authorizers: {}, notes: [] };
  const decided = context?.authorizer;
  if (isPlainObject(decided)) return { authorizers: { [name]: standInOf(decided) }, notes: [] };
  const declared = Object.hasOwn(definition.authorizers, name) ? definition.authorizers[name] : undefined;
  const hasToken = headers.some(([header]) => header.toLowerCase() === "authorization");
  if (declared?.kind === "COGNITO_USER_POOLS" && hasToken) return { authorizers: {}, notes: [] };
  const standIn: AuthorizerStandIn =
    declared?.kind === "COGNITO_USER_POOLS" ? { kind: "claims", claims: {} } : { kind: "context" };
  return {
    authorizers: { [name]: standIn },
    notes: [
      `Nobody asks ${name}: everyone is let through. What it decides can be put into the sample, as context.authorizer.`,
    ],
  };
}

function standInOf({ claims, principalId, ...context }: Readonly<Record<string, unknown>>): AuthorizerStandIn {
  if (isPlainObject(claims)) return { kind: "claims", claims: mapValues(claims, String) };
  return {
    kind: "context",
    ...(principalId !== undefined && { principalId: String(principalId) }),
    context: mapValues(context, plain),
  };
}

/** A context holds no lists and no maps (documented); what a sample has of them stands there as JSON. */
const plain = (value: unknown): AuthorizerContext[string] =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : JSON.stringify(value);

function mapValues<Result>(
  values: Readonly<Record<string, unknown>>,
  convert: (value: unknown) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, convert(value)]));
}
