import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { ApiDefinition, RequestParameter, UsedTemplate } from "@apigw-vtl/definitions";
import { type GatewayRequest, gatewayRequest } from "@apigw-vtl/runner";
import { addedHeaders } from "./added-headers.js";
import { textAt } from "./context-text.js";
import { type MultiValues, pairsOf } from "./multi-values.js";
import { requestPath } from "./request-path.js";

/** A client's request, and what had to be made up for it. */
export interface ClientRequest {
  readonly request: GatewayRequest;
  /** `GET /orders/7?fields=id` */
  readonly line: string;
  readonly notes: readonly string[];
}

/**
 * The request of a client that makes the event of a sample. For a request template the sample is that request. For a
 * response template its body is what the integration answers: `made`, an event for the method's request template, has the
 * body that the client sends, and what else the sample leaves out.
 */
export function clientRequest(
  { stageVariables }: ApiDefinition,
  use: UsedTemplate,
  event: TemplateEvent,
  made: TemplateEvent,
): ClientRequest {
  const { route } = use;
  const given = use.response === undefined ? event : behindAnswer(made, event, route.requestParameters);
  const { path, missing } = requestPath(route.path, given.path ?? {});
  const added = addedHeaders(use, given);
  const body = given.body ?? "";
  const declared = route.httpMethod.toUpperCase();
  const httpMethod = declared === "ANY" ? anyMethod(given, body) : declared;
  const url = withQuery(path, given.querystring ?? {});
  const sourceIp = textAt(event.context, "identity", "sourceIp");
  return {
    request: {
      ...gatewayRequest(httpMethod, url, { headers: [...pairsOf(given.headers ?? {}), ...added.headers], body }),
      stageVariables: { ...stageVariables, ...textsOf(event.stageVariables ?? {}) },
      ...(sourceIp !== undefined && { sourceIp }),
    },
    line: `${httpMethod} ${url}`,
    notes: [
      ...(use.response !== undefined && body !== "" ? [MADE_BODY] : []),
      ...(missing.length > 0
        ? [`The sample has no path parameter ${missing.join(", ")}: its name stands for it.`]
        : []),
      ...added.notes,
    ],
  };
}

const MADE_BODY = "The body that the client sends is made up: that of the sample is what the integration answers.";

/** The request that comes before an answer: what the sample says of it, what is made up, and what the method requires. */
function behindAnswer(
  made: TemplateEvent,
  sample: TemplateEvent,
  declared: readonly RequestParameter[],
): TemplateEvent {
  const headers = mergeHeaders(made.headers ?? {}, sample.headers ?? {});
  const names = (location: RequestParameter["location"]) =>
    declared
      .filter((parameter) => parameter.required && parameter.location === location)
      .map(({ name }) => [name, name]);
  return {
    ...sample,
    body: made.body ?? null,
    path: { ...made.path, ...sample.path },
    querystring: { ...Object.fromEntries(names("querystring")), ...made.querystring, ...sample.querystring },
    headers: mergeHeaders(Object.fromEntries(names("header")), headers),
  };
}

/** Two lists of headers as one, in which those of the second win, whatever the case of their names. */
function mergeHeaders(first: MultiValues, second: MultiValues): MultiValues {
  const names = new Set(Object.keys(second).map((name) => name.toLowerCase()));
  const others = Object.entries(first).filter(([name]) => !names.has(name.toLowerCase()));
  return { ...Object.fromEntries(others), ...second };
}

function anyMethod({ context }: TemplateEvent, body: string): string {
  return textAt(context, "httpMethod")?.toUpperCase() ?? (body === "" ? "GET" : "POST");
}

function withQuery(path: string, query: MultiValues): string {
  const pairs = pairsOf(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

function textsOf(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
