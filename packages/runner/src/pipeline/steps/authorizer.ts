import { methodArnOf } from "../../authorizer/authorizer-event.js";
import { authorizeByIam } from "../../authorizer/iam.js";
import { callAuthorizer } from "../../authorizer/lambda-authorizer.js";
import { decide } from "../../authorizer/policy.js";
import type { AuthorizerAnswer, AuthorizerContext } from "../../authorizer/stand-in.js";
import { authorizeByUserPool } from "../../authorizer/user-pool.js";
import { GatewayFailure } from "../../gateway-response/gateway-failure.js";
import type { RoutedExchange } from "../exchange.js";

/** Lets the method's authorizer, or what stands in for it, decide, and fills in `$context.authorizer`. */
export async function authorize(exchange: RoutedExchange): Promise<void> {
  const name = exchange.route.route.authorizer;
  if (name === undefined || exchange.request.testInvoke) {
    exchange.steps.add("authorizer", () => ({
      outcome: "skipped",
      explanation: name === undefined ? "The method has no authorizer." : "A test calls no authorizer.",
    }));
    return;
  }
  const values = await decisionOf(exchange, name);
  exchange.context = { ...exchange.context, ...(values && { authorizer: values }) };
  exchange.steps.add("authorizer", () => ({
    explanation: `${name} lets the request through.`,
    facts: { authorizer: name, context: JSON.stringify(values ?? {}) },
  }));
}

/** What `$context.authorizer` becomes. Throws GatewayFailure for a request that is refused. */
async function decisionOf(exchange: RoutedExchange, name: string): Promise<object | undefined> {
  const { settings, definition } = exchange;
  const standIn = Object.hasOwn(settings.authorizers, name) ? settings.authorizers[name] : undefined;
  if (standIn?.kind === "claims") return { claims: standIn.claims };
  if (standIn?.kind === "context") return contextOfAuthorizer(standIn.principalId ?? "user", standIn.context);
  const declared = Object.hasOwn(definition.authorizers, name) ? definition.authorizers[name] : undefined;
  if (name === "AWS_IAM" && standIn === undefined) return authorizeByIam(exchange);
  if (declared?.kind === "COGNITO_USER_POOLS" && standIn === undefined) return authorizeByUserPool(exchange, declared);
  if (declared?.kind === "TOKEN" || declared?.kind === "REQUEST") {
    return permitted(exchange, await callAuthorizer(exchange, declared, standIn?.authorize));
  }
  if (standIn?.kind === "function") {
    const request = { kind: "REQUEST", name, identitySources: [] } as const;
    return permitted(exchange, await callAuthorizer(exchange, request, standIn.authorize));
  }
  throw new GatewayFailure("AUTHORIZER_CONFIGURATION_ERROR", {
    step: "authorizer",
    explanation: `The method names the authorizer ${name}, which the API does not declare: 500. Declare it, or hand in a stand-in.`,
    log: ["Execution failed due to configuration error: Authorizer configuration error"],
    facts: { authorizer: name },
  });
}

function permitted(exchange: RoutedExchange, answer: AuthorizerAnswer): object {
  const decision = decide(answer, methodArnOf(exchange));
  if (decision === "allow") {
    if (answer.usageIdentifierKey !== undefined) exchange.usageIdentifierKey = answer.usageIdentifierKey;
    return contextOfAuthorizer(answer.principalId, answer.context);
  }
  const explicit = decision === "explicit-deny";
  throw new GatewayFailure("ACCESS_DENIED", {
    step: "authorizer",
    ...(explicit && { message: "User is not authorized to access this resource with an explicit deny" }),
    explanation: explicit
      ? "The policy of the authorizer denies this method: 403."
      : `The policy of the authorizer does not allow ${methodArnOf(exchange)}: 403.`,
    log: ["The client is not authorized to perform this operation."],
  });
}

/** Templates see all values as strings (documented). */
function contextOfAuthorizer(principalId: string, context: AuthorizerContext | undefined): object {
  const texts = Object.entries(context ?? {}).map(([key, value]) => [key, String(value)]);
  return { principalId, integrationLatency: "0", ...Object.fromEntries(texts) };
}
