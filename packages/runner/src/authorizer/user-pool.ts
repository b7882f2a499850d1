import type { Authorizer } from "@apigw-vtl/definitions";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { identityOf } from "./identity-source.js";
import { claimsOf } from "./jwt-claims.js";
import { unauthorized } from "./unauthorized.js";

type UserPoolAuthorizer = Extract<Authorizer, { kind: "COGNITO_USER_POOLS" }>;

/** A Cognito user pool: the token is read, its lifetime and scopes are checked, its signature is not. */
export function authorizeByUserPool(
  exchange: RoutedExchange,
  { name, identitySources }: UserPoolAuthorizer,
): { readonly claims: Readonly<Record<string, string>> } {
  const source = identitySources[0] ?? "method.request.header.Authorization";
  const token = identityOf(exchange, source);
  if (token === undefined) throw unauthorized(`${source} has no token for ${name}`);
  const claims = claimsOf(token);
  if (claims === undefined) throw unauthorized(`${source} is no JSON Web Token`);
  if (claims.exp !== undefined && Number(claims.exp) * 1000 <= exchange.settings.clock()) {
    throw unauthorized("The token has expired", "The incoming token has expired");
  }
  const { authorizationScopes } = exchange.route.route;
  const scopes = (claims.scope ?? "").split(" ");
  if (authorizationScopes.length > 0 && !authorizationScopes.some((scope) => scopes.includes(scope))) {
    throw unauthorized(`The token has none of the scopes ${authorizationScopes.join(", ")}`);
  }
  return { claims };
}
