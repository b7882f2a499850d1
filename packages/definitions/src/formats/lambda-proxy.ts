import type { Integration, Place } from "../api-definition.js";
import { type DeploymentAccount, invocationUri, streamingUri } from "./deployment-account.js";

/** The integration that frameworks make of a function's HTTP event. */
export function lambdaProxy(arn: string, account: DeploymentAccount, place: Place, streams = false): Integration {
  return {
    type: "AWS_PROXY",
    place,
    uri: streams ? streamingUri(account, arn) : invocationUri(account, arn),
    ...(streams && { streams }),
    httpMethod: "POST",
    passthroughBehavior: "WHEN_NO_MATCH",
    requestParameters: {},
    requestTemplates: [],
    timeoutInMillis: 29_000,
    responses: [],
  };
}
