import type { Integration, Place } from "../api-definition.js";
import { type DeploymentAccount, invocationUri } from "./deployment-account.js";

/** The integration that frameworks make of a function's HTTP event. */
export function lambdaProxy(arn: string, account: DeploymentAccount, place: Place): Integration {
  return {
    type: "AWS_PROXY",
    place,
    uri: invocationUri(account, arn),
    httpMethod: "POST",
    passthroughBehavior: "WHEN_NO_MATCH",
    requestParameters: {},
    requestTemplates: [],
    timeoutInMillis: 29_000,
    responses: [],
  };
}
