import { isPlainObject, type PlainObject } from "../plain-object.js";
import type { CompleteEvent } from "./complete-event.js";
import { lambdaProxyBody, stringified } from "./lambda-proxy-body.js";
import { member } from "./members.js";
import { multiValues, singleValues } from "./parameters.js";

/** Whether this is what a REST API sends to a Lambda function (payload format 1.0). */
export function isRestProxyEvent(event: PlainObject): boolean {
  return isPlainObject(member(event, "requestContext")) && typeof member(event, "httpMethod") === "string";
}

/** Converts a REST API's Lambda-proxy event to what a mapping template would have seen of the same request. */
export function fromRestProxyEvent(event: PlainObject): CompleteEvent {
  return {
    body: lambdaProxyBody(event),
    headers: eitherValues(event, "headers", "multiValueHeaders"),
    querystring: eitherValues(event, "queryStringParameters", "multiValueQueryStringParameters"),
    path: singleValues(member(event, "pathParameters"), "pathParameters"),
    stageVariables: singleValues(member(event, "stageVariables"), "stageVariables"),
    context: contextOf(event),
  };
}

/** A name that is in both maps takes its values from the multi-value one, which has them all. */
function eitherValues(event: PlainObject, single: string, multi: string): Record<string, string | string[]> {
  return { ...multiValues(member(event, single), single), ...multiValues(member(event, multi), multi) };
}

function contextOf(event: PlainObject): PlainObject {
  const requestContext = member(event, "requestContext") as PlainObject;
  const context = new Map<string, unknown>([
    ["httpMethod", member(event, "httpMethod")],
    ["resourcePath", member(event, "resource")],
    ["path", member(event, "path")],
    ...Object.entries(requestContext),
  ]);
  const authorizer = context.get("authorizer");
  if (isPlainObject(authorizer)) context.set("authorizer", stringified(authorizer));
  return Object.fromEntries([...context].filter(([, value]) => value !== undefined && value !== null));
}
