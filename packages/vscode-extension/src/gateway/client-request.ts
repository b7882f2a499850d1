import type { TemplateEvent } from "@apigw-vtl/compiler";
import { type ApiDefinition, type GatewayRequest, gatewayRequest, type RequestParameter } from "@apigw-vtl/runner";
import type { TemplateUse } from "./find-route.js";
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
  { route, template, response }: TemplateUse,
  event: TemplateEvent,
  made: TemplateEvent,
): ClientRequest {
  const notes: string[] = [];
  const isResponse = response !== undefined;
  const given = isResponse ? merge(made, event) : event;
  const headers = new Map(Object.entries(given.headers ?? {}));
  const query: MultiValues = given.querystring ?? {};
  const body = (isResponse ? made.body : event.body) ?? "";
  if (isResponse && body !== "")
    notes.push("The body that the client sends is made up: that of the sample is what the integration answers.");

  const { path, missing } = requestPath(route.path, given.path ?? {});
  if (missing.length > 0) notes.push(`The sample has no path parameter ${missing.join(", ")}: its name stands for it.`);
  const required = isResponse ? fillIn(route.requestParameters, headers, query) : query;
  const contentType = isResponse
    ? (route.integration?.requestTemplates[0]?.contentType ?? DEFAULT_TYPE)
    : template.contentType;
  if (addType(headers, "Content-Type", contentType)) notes.push(typeNote("Content-Type", contentType));
  if (isResponse && addType(headers, "Accept", template.contentType))
    notes.push(typeNote("Accept", template.contentType));
  if (route.apiKeyRequired && !hasHeader(headers, "x-api-key")) {
    const key = textAt(event.context, "identity", "apiKey");
    headers.set("x-api-key", key ?? "sample");
    if (key === undefined) notes.push("The method requires an API key: any is accepted here, and one is added.");
  }
  const userAgent = textAt(event.context, "identity", "userAgent");
  if (userAgent !== undefined && !hasHeader(headers, "user-agent")) headers.set("User-Agent", userAgent);

  const httpMethod = route.httpMethod.toUpperCase() === "ANY" ? anyMethod(given, body) : route.httpMethod.toUpperCase();
  const url = withQuery(path, required);
  const sourceIp = textAt(event.context, "identity", "sourceIp");
  return {
    request: {
      ...gatewayRequest(httpMethod, url, { headers: pairsOf(Object.fromEntries(headers)), body }),
      stageVariables: { ...stageVariables, ...textsOf(event.stageVariables ?? {}) },
      ...(sourceIp !== undefined && { sourceIp }),
    },
    line: `${httpMethod} ${url}`,
    notes,
  };
}

/** Without a `Content-Type` or an `Accept` the service takes the template for this one. */
const DEFAULT_TYPE = "application/json";

/** What the sample says goes before what is made up. */
function merge(made: TemplateEvent, sample: TemplateEvent): TemplateEvent {
  const named = Object.keys(sample.headers ?? {}).map((name) => name.toLowerCase());
  const others = Object.entries(made.headers ?? {}).filter(([name]) => !named.includes(name.toLowerCase()));
  return {
    ...sample,
    path: { ...made.path, ...sample.path },
    querystring: { ...made.querystring, ...sample.querystring },
    headers: { ...Object.fromEntries(others), ...sample.headers },
  };
}

/** Gives the parameters that the method requires a value; gives the query. A sample of an answer says nothing of them. */
function fillIn(
  declared: readonly RequestParameter[],
  headers: Map<string, string | readonly string[]>,
  query: MultiValues,
): MultiValues {
  const required = declared.filter((parameter) => parameter.required);
  for (const { location, name } of required) {
    if (location === "header" && !hasHeader(headers, name)) headers.set(name, name);
  }
  const names = required.filter(({ location }) => location === "querystring").map(({ name }) => [name, name] as const);
  return { ...Object.fromEntries(names), ...query };
}

/** Adds a header if without it another template would be taken; tells whether it did. */
function addType(headers: Map<string, string | readonly string[]>, name: string, type: string): boolean {
  if (type === DEFAULT_TYPE || !type.includes("/") || hasHeader(headers, name)) return false;
  headers.set(name, type);
  return true;
}

const typeNote = (name: string, type: string): string =>
  `The sample has no header ${name}: ${type}, without which another template would be taken; it is added.`;

function hasHeader(headers: ReadonlyMap<string, unknown>, name: string): boolean {
  return [...headers.keys()].some((key) => key.toLowerCase() === name.toLowerCase());
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

/** A text of `$context`, by its path. */
export function textAt(context: TemplateEvent["context"], ...path: readonly string[]): string | undefined {
  let value: unknown = context;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
