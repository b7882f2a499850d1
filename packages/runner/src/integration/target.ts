import type { Integration } from "@apigw-vtl/definitions";
import { configurationError } from "../gateway-response/gateway-failure.js";
import { encodePair } from "../request/query-string.js";
import type { BackendTarget, HeaderList } from "./backend.js";

/** `arn:aws:apigateway:REGION:[SUBDOMAIN.]SERVICE:path|action/REST` */
const AWS_URI = /^arn:[^:]*:apigateway:([^:]*):([^:]+):(path|action)\/(.*)$/s;
/** What follows `lambda:path/`; the second form is for answers that stream. */
const INVOCATION = /^[^/]+\/functions\/(.+)\/(?:response-streaming-)?invocations$/s;

/** What a host that nothing fills in leaves: URLs as browsers read them take the first part of the path for it. */
const HOSTLESS = /^https?:\/\/(?:[/?#]|$)/i;

/** Where a filled-in URI leads. Throws GatewayFailure for one that leads nowhere. */
export function resolveTarget(
  { place, uri: declared }: Integration,
  uri: string,
  method: string,
  query: HeaderList,
  asynchronous: boolean,
): BackendTarget {
  const target = targetOf(uri, method, query, asynchronous);
  if (target !== undefined && URL.canParse(target.url) && !HOSTLESS.test(target.url)) return target;
  const filled = declared === undefined || declared === uri ? "" : `, from ${declared}`;
  throw configurationError("Invalid endpoint address", {
    step: "integration",
    explanation: `The integration's URI leads nowhere: "${uri}"${filled}. It has to be a URL or arn:aws:apigateway:REGION:SERVICE:path|action/….`,
    facts: { uri },
    place,
  });
}

/** Where a filled-in URI leads, with the parameters of the query; `undefined` for an ARN that says nothing. */
function targetOf(uri: string, method: string, query: HeaderList, asynchronous: boolean): BackendTarget | undefined {
  if (!uri.startsWith("arn:")) {
    return { kind: "http", method, url: withQuery(uri, query) };
  }
  const [, region, service, form, path] = AWS_URI.exec(uri) ?? [];
  if (region === undefined || service === undefined || path === undefined) return undefined;
  // Deployed APIs have `lambda:path//2015-03-31/…` and `sns:path//`: the path may begin with its own slash.
  const rest = path.replace(/^\//, "");
  if (service === "lambda" && form === "path") {
    const functionArn = INVOCATION.exec(rest)?.[1];
    if (functionArn === undefined) return undefined;
    return { kind: "lambda", functionArn, asynchronous, url: `https://lambda.${region}.amazonaws.com/${rest}` };
  }
  const host = `https://${service}.${region}.amazonaws.com/`;
  const name = service.slice(service.lastIndexOf(".") + 1);
  if (form === "path") return { kind: "aws", service: name, region, method, url: withQuery(host + rest, query) };
  // `action/SendMessage&Version=…` carries parameters of its own.
  const [action = "", ...parameters] = rest.split("&");
  const url = withQuery(parameters.length === 0 ? host : `${host}?${parameters.join("&")}`, query);
  return { kind: "aws", service: name, region, action, method, url };
}

/** What the URI itself asks for comes first (recorded for HTTP_PROXY). */
function withQuery(url: string, query: HeaderList): string {
  if (query.length === 0) return url;
  const separator = url.includes("?") ? (/[?&]$/.test(url) ? "" : "&") : "?";
  return url + separator + query.map(([name, value]) => encodePair(name, value)).join("&");
}
