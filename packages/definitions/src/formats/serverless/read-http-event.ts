import type { Authorizer, Integration, IntegrationType, RequestParameter, Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { makeAuthorizer } from "../authorizer-facts.js";
import { type DeploymentAccount, functionArn, invocationUri } from "../deployment-account.js";
import { readSchema } from "../json-schema.js";
import { lambdaProxy } from "../lambda-proxy.js";
import { mockPreflight } from "../mock-preflight.js";
import { readEventTemplates, readHttpResponses } from "./http-responses.js";

/** The framework's names of integration types. */
const TYPES: ReadonlyMap<string, IntegrationType> = new Map([
  ["lambda", "AWS"],
  ["aws", "AWS"],
  ["http", "HTTP"],
  ["http-proxy", "HTTP_PROXY"],
  ["mock", "MOCK"],
]);

/** A function that an event belongs to. */
export interface EventOwner {
  readonly functionName: string;
  readonly account: DeploymentAccount;
  /** The deployed name of a function that the service calls so. */
  readonly nameOf: (key: string) => string;
}

/** What an event brings to the API. */
export interface HttpEvent {
  readonly routes: readonly Route[];
  readonly authorizer?: Authorizer;
}

/** An `http` event: `GET /pets`, or a map. */
export function readHttpEvent(event: Declared, owner: EventOwner): HttpEvent {
  const [shortMethod, shortPath] = (event.text() ?? "").trim().split(/\s+/);
  const method = (event.get("method")?.text() ?? shortMethod ?? "").toUpperCase();
  const declaredPath = event.get("path")?.text() ?? shortPath;
  if (method === "" || declaredPath === undefined) {
    event.evaluation.report("definition-not-valid", event, "the http event has no method or no path; left out");
    return { routes: [] };
  }
  const path = declaredPath.startsWith("/") ? declaredPath : `/${declaredPath}`;
  const authorizer = readAuthorizer(event.get("authorizer"), owner);
  const integration = readIntegration(event, owner);
  const route: Route = {
    path,
    httpMethod: method === "*" ? "ANY" : method,
    place: event.place,
    apiKeyRequired: event.get("private")?.isTrue() ?? false,
    ...(authorizer !== undefined && { authorizer: authorizer === "AWS_IAM" ? authorizer : authorizer.name }),
    authorizationScopes: event.get("authorizer", "scopes")?.list() ?? [],
    ...readRequest(event.get("request")),
    methodResponses: integration.responses.map(({ statusCode, responseParameters }) => ({
      statusCode,
      headers: Object.keys(responseParameters).map((target) => target.replace("method.response.header.", "")),
    })),
    integration,
  };
  const cors = event.get("cors");
  const preflight = cors === undefined || cors.text() === "false" ? [] : [readPreflight(path, route.httpMethod, cors)];
  return {
    routes: [route, ...preflight],
    ...(authorizer !== undefined && authorizer !== "AWS_IAM" && { authorizer }),
  };
}

function readIntegration(event: Declared, { functionName, account }: EventOwner): Integration {
  const name = event.get("integration")?.text()?.toLowerCase().replaceAll("_", "-") ?? "lambda-proxy";
  const arn = functionArn(account, functionName);
  const type = TYPES.get(name);
  if (type === undefined) return lambdaProxy(arn, account, event.place);
  const request = event.get("request");
  const requestTemplates = readEventTemplates(request?.get("template"));
  if (type === "AWS" && requestTemplates.length === 0) {
    const message =
      "the request templates that the framework makes itself are not known here: the body passes as it is";
    event.evaluation.report("definition-unsupported", event, message, "declare request.template");
  }
  const uri = type === "AWS" ? invocationUri(account, arn) : request?.get("uri")?.text();
  const behavior = request?.get("passThrough")?.text()?.toUpperCase();
  return {
    type,
    place: event.place,
    ...(uri !== undefined && { uri }),
    httpMethod: type === "AWS" ? "POST" : (request?.get("method")?.text()?.toUpperCase() ?? "GET"),
    // The framework's own default is not the service's.
    passthroughBehavior: behavior === "WHEN_NO_MATCH" || behavior === "WHEN_NO_TEMPLATES" ? behavior : "NEVER",
    requestParameters: {},
    requestTemplates,
    timeoutInMillis: 29_000,
    responses: type === "HTTP_PROXY" ? [] : readHttpResponses(event.get("response")),
  };
}

const LOCATIONS: readonly (readonly [string, RequestParameter["location"]])[] = [
  ["paths", "path"],
  ["querystrings", "querystring"],
  ["headers", "header"],
];

function readRequest(request: Declared | undefined): Pick<Route, "validator" | "requestParameters" | "requestModels"> {
  const requestParameters = LOCATIONS.flatMap(([key, location]) =>
    (request?.get("parameters", key)?.entries() ?? []).map(({ key: name, value }) => ({
      location,
      name,
      required: (value.isMap ? value.get("required") : value)?.isTrue() ?? false,
    })),
  );
  const schemas = (request?.get("schemas") ?? request?.get("schema"))?.entries() ?? [];
  const requestModels = Object.fromEntries(
    schemas.map(({ key, value }) => [key, readSchema(value.get("schema") ?? value, () => undefined)]),
  );
  // The framework validates whatever is declared.
  const validator = { body: schemas.length > 0, parameters: requestParameters.some(({ required }) => required) };
  return { validator, requestParameters, requestModels };
}

/** A name of a function, `aws_iam`, or a map. */
function readAuthorizer(declared: Declared | undefined, owner: EventOwner): Authorizer | "AWS_IAM" | undefined {
  if (declared === undefined || declared.isNull) return undefined;
  const short = declared.text();
  const type = declared.get("type")?.text() ?? (short?.toLowerCase() === "aws_iam" ? "aws_iam" : undefined);
  if (type?.toLowerCase() === "aws_iam") return "AWS_IAM";
  const arn = declared.get("arn")?.text() ?? (short?.startsWith("arn:") ? short : undefined);
  const name =
    declared.get("name")?.text() ?? (short?.startsWith("arn:") ? undefined : short) ?? arn?.split(":").at(-1) ?? "";
  const isPool = arn?.includes(":cognito-idp:") || type?.toUpperCase() === "COGNITO_USER_POOLS";
  const target = arn ?? functionArn(owner.account, owner.nameOf(name));
  return makeAuthorizer({
    name,
    type: isPool ? "COGNITO_USER_POOLS" : (type ?? "TOKEN"),
    functionUri: isPool ? undefined : invocationUri(owner.account, target),
    identitySource: declared.get("identitySource")?.text(),
    validationExpression: declared.get("identityValidationExpression")?.text(),
  });
}

const DEFAULT_HEADERS =
  "Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,X-Amz-User-Agent,X-Amzn-Trace-Id";

function readPreflight(path: string, httpMethod: string, cors: Declared): Route {
  const origin = cors.get("origin")?.text() ?? cors.get("origins")?.list()[0] ?? "*";
  const headers = cors.get("headers")?.list().join(",") ?? DEFAULT_HEADERS;
  const methods = cors.get("methods")?.list().join(",") ?? `OPTIONS,${httpMethod}`;
  const quoted = {
    "Access-Control-Allow-Origin": `'${origin}'`,
    "Access-Control-Allow-Headers": `'${headers}'`,
    "Access-Control-Allow-Methods": `'${methods}'`,
    ...(cors.get("allowCredentials")?.isTrue() && { "Access-Control-Allow-Credentials": "'true'" }),
  };
  return mockPreflight({ path, headers: quoted, place: cors.place });
}
