import type {
  Authorizer,
  Integration,
  IntegrationType,
  MappingTemplate,
  PassthroughBehavior,
  RequestParameter,
  Route,
} from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { makeAuthorizer } from "../authorizer-facts.js";
import { BARE_INTEGRATION } from "../bare-route.js";
import { type DeploymentAccount, functionArn, invocationUri } from "../deployment-account.js";
import { readSchema } from "../json-schema.js";
import { lambdaProxy } from "../lambda-proxy.js";
import { mockPreflight } from "../mock-preflight.js";
import { passthroughBehavior, readContentHandling } from "../read-integration.js";
import { corsHeaders, type EventCors, readCors } from "./cors.js";
import { defaultRequestTemplates } from "./default-request-templates.js";
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

/** An `http` event: `GET /pets`, or a map. `behind` is what stands behind it, if that is no function. */
export function readHttpEvent(event: Declared, owner: EventOwner, behind?: Integration): HttpEvent {
  const [shortMethod, shortPath] = (event.text() ?? "").trim().split(/\s+/);
  const method = (event.get("method")?.text() ?? shortMethod ?? "").toUpperCase();
  const declaredPath = event.get("path")?.text() ?? shortPath;
  if (method === "" || declaredPath === undefined) {
    event.evaluation.report("definition-not-valid", event, "the http event has no method or no path; left out");
    return { routes: [] };
  }
  const path = declaredPath.startsWith("/") ? declaredPath : `/${declaredPath}`;
  const authorizer = readAuthorizer(event.get("authorizer"), owner);
  const cors = readCors(event);
  const httpMethod = method === "*" ? "ANY" : method;
  const integration = behind ?? readIntegration(event, cors, httpMethod, owner);
  const route: Route = {
    path,
    httpMethod,
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
  const preflight = cors === undefined ? [] : [readPreflight(path, httpMethod, cors)];
  return {
    routes: [route, ...preflight],
    ...(authorizer !== undefined && authorizer !== "AWS_IAM" && { authorizer }),
  };
}

function readIntegration(
  event: Declared,
  cors: EventCors | undefined,
  method: string,
  { functionName, account }: EventOwner,
): Integration {
  const isAsync = event.get("async")?.isTrue() ?? false;
  const name = event.get("integration")?.text()?.toLowerCase().replaceAll("_", "-") ?? (isAsync ? "lambda" : "");
  const arn = functionArn(account, functionName);
  const type = TYPES.get(name);
  const request = event.get("request");
  const response = event.get("response");
  if (type === undefined) {
    const streams = response?.get("transferMode")?.text()?.toUpperCase() === "STREAM";
    const proxy = lambdaProxy(arn, account, event.place, streams);
    // Templates that the service does not look at are looked at all the same.
    const isInspected = event.evaluation.policy === "inspect" && (request ?? response) !== undefined;
    return isInspected
      ? { ...proxy, requestTemplates: readEventTemplates(request), responses: readHttpResponses(response, {}) }
      : proxy;
  }
  const uri = type === "AWS" ? invocationUri(account, arn) : request?.get("uri")?.text();
  // Only what a function is behind has responses that nobody declares.
  const hasResponses = type === "AWS" || (type !== "HTTP_PROXY" && response !== undefined);
  const common = response && cors ? corsHeaders(cors, cors.origins.join(",")) : {};
  return {
    ...BARE_INTEGRATION,
    type,
    place: event.place,
    ...(uri !== undefined && { uri }),
    httpMethod: type === "AWS" ? "POST" : (request?.get("method")?.text()?.toUpperCase() ?? method),
    passthroughBehavior: passthroughOf(request, type),
    ...(request && readContentHandling(request)),
    requestParameters: {
      ...(type === "MOCK" ? {} : mappedParameters(request)),
      ...(isAsync && { "integration.request.header.X-Amz-Invocation-Type": "'Event'" }),
    },
    requestTemplates: requestTemplatesOf(event, type),
    responses: hasResponses ? readHttpResponses(response, common) : [],
  };
}

/** The framework's own default for functions is not the service's. */
function passthroughOf(request: Declared | undefined, type: IntegrationType): PassthroughBehavior {
  return passthroughBehavior(request?.get("passThrough")) ?? (type === "AWS" ? "NEVER" : "WHEN_NO_MATCH");
}

/** A function gets the framework's templates, of which those that the event declares, or sets to null, are none. */
function requestTemplatesOf(event: Declared, type: IntegrationType): readonly MappingTemplate[] {
  const own = readEventTemplates(event.get("request"));
  if (type !== "AWS") return own;
  const declared = event.get("request", "template");
  const replaced = new Set(
    declared?.isMap ? declared.entries().map(({ key }) => key) : own.map((one) => one.contentType),
  );
  const claims = event.get("authorizer", "claims")?.list() ?? [];
  const added = defaultRequestTemplates(claims, event.place).filter(({ contentType }) => !replaced.has(contentType));
  return [...own, ...added];
}

/** Every parameter that the event declares goes on to the integration. */
function mappedParameters(request: Declared | undefined): Record<string, string> {
  return Object.fromEntries(
    LOCATIONS.flatMap(([key, location]) =>
      (request?.get("parameters", key)?.entries() ?? []).map(({ key: name, value }) => [
        `integration.request.${location}.${name}`,
        value.get("mappedValue")?.text() ?? `method.request.${location}.${name}`,
      ]),
    ),
  );
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

function readPreflight(path: string, httpMethod: string, cors: EventCors): Route {
  const { declared, origins } = cors;
  const headers = declared.get("headers")?.list().join(",") ?? DEFAULT_HEADERS;
  const methods = declared.get("methods")?.list().join(",") ?? `OPTIONS,${httpMethod}`;
  const quoted = {
    ...corsHeaders(cors, origins[0] ?? "*"),
    "Access-Control-Allow-Headers": `'${headers}'`,
    "Access-Control-Allow-Methods": `'${methods}'`,
  };
  return mockPreflight({ path, headers: quoted, place: declared.place });
}
