import type { Authorizer } from "../api-definition.js";

/** The parts of an authorizer, however a format spells them. */
export interface AuthorizerParts {
  readonly name: string;
  /** `token`, `request`, `cognito_user_pools`, in any case. */
  readonly type: string;
  readonly functionUri?: string | undefined;
  /** `method.request.header.Authorization, context.path`. */
  readonly identitySource?: string | undefined;
  readonly validationExpression?: string | undefined;
}

const DEFAULT_SOURCE = "method.request.header.Authorization";

/** `undefined` for a type that REST APIs do not have. */
export function makeAuthorizer(parts: AuthorizerParts): Authorizer | undefined {
  const { name, functionUri, validationExpression } = parts;
  const identitySources = (parts.identitySource ?? "")
    .split(",")
    .map((source) => source.trim())
    .filter((source) => source !== "");
  const kind = parts.type.toUpperCase();
  switch (kind) {
    case "COGNITO_USER_POOLS":
      return { kind, name, identitySources: identitySources.length > 0 ? identitySources : [DEFAULT_SOURCE] };
    case "TOKEN":
    case "REQUEST":
      return {
        kind,
        name,
        ...(functionUri !== undefined && { functionUri }),
        identitySources: identitySources.length > 0 || kind === "REQUEST" ? identitySources : [DEFAULT_SOURCE],
        ...(validationExpression !== undefined && { validationExpression }),
      };
    default:
      return undefined;
  }
}
