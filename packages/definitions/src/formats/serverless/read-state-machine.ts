import type { Integration, IntegrationResponse, MappingTemplate, Place } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { BARE_INTEGRATION } from "../bare-route.js";
import { type DeploymentAccount, deploymentAccount } from "../deployment-account.js";
import { readIntegrationResponse } from "../read-integration.js";
import { readEventTemplates } from "./http-responses.js";

/** The content types that the plugin writes templates for. */
const OWN_TYPES = ["application/json", "application/x-www-form-urlencoded"];

/**
 * What stands behind an `http` event of a state machine: an action of Step Functions, never a function
 * (serverless-step-functions 3.21, `apiGateway/methods.js`).
 */
export function readStateMachineIntegration(event: Declared): Integration {
  const action = event.get("action")?.text();
  return {
    ...BARE_INTEGRATION,
    type: "AWS",
    place: event.place,
    uri: statesUri(deploymentAccount(event.evaluation.parameters), action ?? "StartExecution"),
    httpMethod: "POST",
    passthroughBehavior: action === undefined ? "NEVER" : "WHEN_NO_TEMPLATES",
    requestTemplates: requestTemplatesOf(event, action),
    responses: responsesOf(event),
  };
}

const statesUri = ({ partition, region }: DeploymentAccount, action: string): string =>
  `arn:${partition}:apigateway:${region}:states:action/${action}`;

/** A map is laid over the plugin's templates; `lambda_proxy` is the name of others that the plugin has, and no template. */
function requestTemplatesOf(event: Declared, action: string | undefined): MappingTemplate[] {
  const declared = event.get("request", "template");
  if (declared === undefined) return action === undefined ? ownTemplates(event.place) : [];
  const named = declared.isMap ? readEventTemplates(event.get("request")) : [];
  const replaced = new Set(named.map(({ contentType }) => contentType));
  return [...named, ...ownTemplates(event.place).filter(({ contentType }) => !replaced.has(contentType))];
}

/** Only that they are there matters: state machines are looked at, not run. */
const ownTemplates = (place: Place): MappingTemplate[] =>
  OWN_TYPES.map((contentType) => ({ contentType, text: "", place }));

/** `responses` is a map from status to response; without it there are a 200 and a 400. */
function responsesOf(event: Declared): IntegrationResponse[] {
  const declared = event.get("responses");
  if (declared !== undefined) {
    return declared.entries().flatMap(({ key, value }) => {
      const response = readIntegrationResponse(value, key);
      return response === undefined ? [] : [{ ...response, statusCode: response.statusCode || key }];
    });
  }
  const responseTemplates = readEventTemplates(event.get("response"));
  return [
    { statusCode: "200", responseParameters: {}, responseTemplates },
    { statusCode: "400", selectionPattern: "400", responseParameters: {}, responseTemplates: [] },
  ];
}
