import type { Integration, Place } from "../api-definition.js";
import { BARE_INTEGRATION } from "./bare-route.js";
import { type DeploymentAccount, invocationUri, streamingUri } from "./deployment-account.js";

/** The integration that frameworks make of a function's HTTP event. */
export function lambdaProxy(arn: string, account: DeploymentAccount, place: Place, streams = false): Integration {
  return {
    ...BARE_INTEGRATION,
    type: "AWS_PROXY",
    place,
    uri: streams ? streamingUri(account, arn) : invocationUri(account, arn),
    ...(streams && { streams }),
    httpMethod: "POST",
  };
}
