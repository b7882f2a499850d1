import { isPlainObject, type PlainObject } from "../plain-object.js";
import type { CompleteEvent } from "./complete-event.js";
import { lambdaProxyBody, stringified } from "./lambda-proxy-body.js";
import { member, objectMember, stringMember } from "./members.js";
import { multiValues, singleValues } from "./parameters.js";

/** Whether this is what an HTTP API or a function URL sends to a Lambda function (payload format 2.0). */
export function isHttpProxyEvent(event: PlainObject): boolean {
  return member(event, "version") === "2.0" && isPlainObject(member(objectMember(event, "requestContext"), "http"));
}

/** Converts an HTTP API's Lambda-proxy event to what a REST API's mapping template would have seen of the same request. */
export function fromHttpProxyEvent(event: PlainObject): CompleteEvent {
  return {
    body: lambdaProxyBody(event),
    headers: headersOf(event),
    querystring: queryOf(event),
    path: singleValues(member(event, "pathParameters"), "pathParameters"),
    stageVariables: singleValues(member(event, "stageVariables"), "stageVariables"),
    context: contextOf(event),
  };
}

/** Payload 2.0 moves the Cookie header to a list of its own. */
function headersOf(event: PlainObject): Record<string, string | string[]> {
  const headers = multiValues(member(event, "headers"), "headers");
  const cookies = member(event, "cookies");
  return Array.isArray(cookies) && cookies.length > 0 ? { ...headers, cookie: cookies.join("; ") } : headers;
}

/** Payload 2.0 joins repeated names with commas in `queryStringParameters`; only the raw string tells them apart. */
function queryOf(event: PlainObject): Record<string, string | string[]> {
  const raw = stringMember(event, "rawQueryString");
  if (!raw) return multiValues(member(event, "queryStringParameters"), "queryStringParameters");
  const values = new Map<string, string[]>();
  for (const pair of raw.split("&").filter((text) => text !== "")) {
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    values.set(decoded(name), [...(values.get(decoded(name)) ?? []), decoded(value)]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? (all[0] as string) : all]));
}

/** A part of a query string; one that is not encoded as it should be stands for itself. */
function decoded(part: string): string {
  const text = part.replaceAll("+", " ");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const SAME_NAME = ["accountId", "apiId", "domainName", "domainPrefix", "requestId", "stage"];

function contextOf(event: PlainObject): PlainObject {
  const requestContext = objectMember(event, "requestContext");
  const http = objectMember(requestContext, "http");
  const authorizer = objectMember(requestContext, "authorizer");
  const route = stringMember(event, "routeKey")?.split(" ")[1];
  const context: [string, unknown][] = [
    ...SAME_NAME.map((name): [string, unknown] => [name, member(requestContext, name)]),
    ["httpMethod", member(http, "method")],
    ["path", member(http, "path") ?? member(event, "rawPath")],
    ["protocol", member(http, "protocol")],
    ["resourcePath", route],
    ["requestTime", member(requestContext, "time")],
    ["requestTimeEpoch", member(requestContext, "timeEpoch")],
    [
      "identity",
      present([
        ["sourceIp", member(http, "sourceIp")],
        ["userAgent", member(http, "userAgent")],
        ...iamIdentity(authorizer),
      ]),
    ],
    ["authorizer", authorizerOf(authorizer)],
  ];
  return present(context);
}

/** A JWT authorizer's claims are where Cognito's are in a REST API; a Lambda authorizer's values are on the top level. */
function authorizerOf(authorizer: PlainObject): PlainObject | undefined {
  const jwt = objectMember(authorizer, "jwt");
  const lambda = stringified(objectMember(authorizer, "lambda"));
  const merged = { ...lambda, ...present([["claims", member(jwt, "claims")]]) };
  return Object.keys(merged).length === 0 ? undefined : merged;
}

function iamIdentity(authorizer: PlainObject): [string, unknown][] {
  const iam = objectMember(authorizer, "iam");
  return [
    ["accessKey", member(iam, "accessKey")],
    ["accountId", member(iam, "accountId")],
    ["caller", member(iam, "callerId")],
    ["principalOrgId", member(iam, "principalOrgId")],
    ["user", member(iam, "userId")],
    ["userArn", member(iam, "userArn")],
  ];
}

function present(entries: readonly [string, unknown][]): PlainObject {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}
