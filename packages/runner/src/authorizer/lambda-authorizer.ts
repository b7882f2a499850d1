import type { Integration } from "@apigw-vtl/definitions";
import { GatewayFailure } from "../gateway-response/gateway-failure.js";
import { askBackends } from "../integration/ask-backends.js";
import { errorMessageOf } from "../integration/lambda-error.js";
import { resolveTarget } from "../integration/target.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { bytesOf, textOf } from "../template/body-text.js";
import { authorizerEvent, type LambdaAuthorizer } from "./authorizer-event.js";
import { isAuthorizerAnswer } from "./policy.js";
import type { AuthorizerAnswer, AuthorizerEvent, AuthorizerFunction } from "./stand-in.js";
import { unauthorized } from "./unauthorized.js";

/** Calls the function that stands in, or the authorizer's own through the backends. */
export async function callAuthorizer(
  exchange: RoutedExchange,
  authorizer: LambdaAuthorizer,
  standIn: AuthorizerFunction | undefined,
): Promise<AuthorizerAnswer> {
  const event = authorizerEvent(exchange, authorizer);
  const answer = standIn ? await ownFunction(standIn, event) : await deployedFunction(exchange, authorizer, event);
  if (isAuthorizerAnswer(answer)) return answer;
  throw new GatewayFailure("AUTHORIZER_CONFIGURATION_ERROR", {
    step: "authorizer",
    explanation: `${authorizer.name} has not answered with a principalId and a policyDocument: 500.`,
    log: ["Execution failed due to configuration error: Invalid JSON in response from authorizer"],
    facts: { authorizer: authorizer.name },
  });
}

async function ownFunction(standIn: AuthorizerFunction, event: AuthorizerEvent): Promise<unknown> {
  try {
    return await standIn(event);
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
}

async function deployedFunction(
  exchange: RoutedExchange,
  { functionUri = "", name }: LambdaAuthorizer,
  event: AuthorizerEvent,
): Promise<unknown> {
  const integration: Integration = {
    type: "AWS",
    uri: functionUri,
    passthroughBehavior: "WHEN_NO_MATCH",
    requestParameters: {},
    requestTemplates: [],
    timeoutInMillis: 29_000,
    responses: [],
  };
  const { region, accountId } = exchange.settings;
  // CloudFormation gives the invocation URI, other files a function's ARN or its name.
  const functionArn = functionUri.startsWith("arn:aws:lambda:")
    ? functionUri
    : `arn:aws:lambda:${region}:${accountId}:function:${functionUri}`;
  const uri = functionUri.includes(":apigateway:")
    ? functionUri
    : `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
  const { answer } = await askBackends(exchange, {
    route: exchange.route.route,
    integration,
    target: resolveTarget(integration, uri, "POST", [], false),
    headers: [],
    body: bytesOf(JSON.stringify(event)),
    timeoutInMillis: integration.timeoutInMillis,
    client: exchange.request,
    requestId: exchange.ids.requestId,
  });
  switch (answer.kind) {
    case "timeout":
      throw failed(`${name} gave no answer in time`);
    case "failure":
      throw failed(`${name} could not be called (${answer.message}). Hand in a stand-in for it`);
    case "function":
      if (answer.failed) throw failed(errorMessageOf(answer.payload));
      return parse(textOf(answer.payload));
    case "response":
      return parse(textOf(answer.body));
    case "stream":
      throw new Error("an authorizer is never asked to stream");
  }
}

/** The one message that is not a failure: the function asks for a 401. */
function failed(message: string): GatewayFailure {
  if (message === "Unauthorized") return unauthorized("The authorizer says Unauthorized");
  return new GatewayFailure("AUTHORIZER_FAILURE", {
    step: "authorizer",
    explanation: `The authorizer failed with "${message}": 500.`,
    log: [`Execution failed due to an authorizer error: ${message}`],
    facts: { error: message },
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
