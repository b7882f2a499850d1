import type {
  ContentHandling,
  Integration,
  IntegrationResponse,
  IntegrationType,
  MappingTemplate,
  PassthroughBehavior,
} from "../api-definition.js";
import type { Declared } from "../source/declared.js";

const TYPES: ReadonlySet<string> = new Set<IntegrationType>(["MOCK", "HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY"]);
const BEHAVIORS: ReadonlySet<string> = new Set<PassthroughBehavior>(["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]);
const HANDLINGS: ReadonlySet<string> = new Set<ContentHandling>(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]);

const DEFAULT_TIMEOUT = 29_000;
const LEAST_TIMEOUT = 50;

/** What the format declares elsewhere than in the integration itself. */
export interface IntegrationParts {
  readonly httpMethod?: string | undefined;
  readonly responses?: readonly IntegrationResponse[];
}

/** Reads an integration, whose keys OpenAPI, CloudFormation and Terraform spell each in their way. */
export function readIntegration(declared: Declared, parts: IntegrationParts = {}): Integration | undefined {
  const { evaluation } = declared;
  const type = (declared.get("type")?.text() ?? "").toUpperCase();
  if (!isOneOf<IntegrationType>(type, TYPES)) {
    const said = type === "" ? "has no type" : `has the type ${type}, which REST APIs do not have`;
    const hint = "one of aws, aws_proxy, http, http_proxy and mock";
    evaluation.report("definition-not-valid", declared, `the integration ${said}; its method answers with 500`, hint);
    return undefined;
  }
  reportUnsupported(declared);
  const uri = declared.get("uri")?.text();
  const httpMethod = parts.httpMethod ?? (declared.get("integrationHttpMethod") ?? declared.get("httpMethod"))?.text();
  const role = declared.get("credentials");
  // No role is assumed here, so that it does not matter which one it is.
  const credentials = role?.node.kind === "expression" ? role.node.source : role?.text();
  const behavior = declared.get("passthroughBehavior")?.text()?.toUpperCase() ?? "";
  return {
    type,
    place: declared.place,
    ...(uri !== undefined && { uri }),
    ...(httpMethod !== undefined && { httpMethod: httpMethod.toUpperCase() }),
    ...(credentials !== undefined && { credentials }),
    passthroughBehavior: isOneOf<PassthroughBehavior>(behavior, BEHAVIORS) ? behavior : "WHEN_NO_MATCH",
    ...readContentHandling(declared),
    requestParameters: declared.get("requestParameters")?.texts() ?? {},
    requestTemplates: readTemplates(declared.get("requestTemplates")),
    timeoutInMillis: readTimeout(declared),
    responses: parts.responses ?? readResponses(declared),
  };
}

/** An integration response in any spelling; `pattern` is OpenAPI's key of it. */
export function readIntegrationResponse(declared: Declared, pattern?: string): IntegrationResponse | undefined {
  const statusCode = declared.get("statusCode")?.text();
  if (statusCode === undefined) {
    declared.evaluation.report(
      "definition-not-valid",
      declared,
      "the integration response has no statusCode; left out",
    );
    return undefined;
  }
  const selectionPattern = declared.get("selectionPattern")?.text() ?? (pattern === "default" ? undefined : pattern);
  return {
    statusCode,
    ...(selectionPattern !== undefined && { selectionPattern }),
    ...readContentHandling(declared),
    responseParameters: declared.get("responseParameters")?.texts() ?? {},
    responseTemplates: readTemplates(declared.get("responseTemplates")),
  };
}

/** OpenAPI has a map by pattern, CloudFormation a list. */
function readResponses(declared: Declared): IntegrationResponse[] {
  const responses = declared.get("integrationResponses") ?? declared.get("responses");
  if (responses === undefined) return [];
  if (!responses.isMap) return responses.items().flatMap((response) => readIntegrationResponse(response) ?? []);
  return responses.entries().flatMap(({ key, value }) => readIntegrationResponse(value, key) ?? []);
}

/** A map from content type to template; one of `null` says that there is none. */
function readTemplates(declared: Declared | undefined): MappingTemplate[] {
  return (declared?.entries() ?? []).flatMap(({ key, value }) => {
    // A file that is a template as a whole is its text, even if it looks like JSON.
    const isFile = value.node === value.document.root;
    if (value.isNull && !isFile) return [];
    const text = isFile ? value.fileText() : value.text();
    if (text !== undefined) return [{ contentType: key, text, place: value.place }];
    const message = `the template of ${key} is a ${value.node.kind} instead of a text; left out`;
    value.evaluation.report("definition-not-valid", value, message, "put it in quotes, or behind | in YAML");
    return [];
  });
}

/** `contentHandling` of an integration or of one of its responses. */
export function readContentHandling(declared: Declared): { contentHandling?: ContentHandling } {
  const text = declared.get("contentHandling")?.text()?.toUpperCase() ?? "";
  return isOneOf<ContentHandling>(text, HANDLINGS) ? { contentHandling: text } : {};
}

function readTimeout(declared: Declared): number {
  const timeout = (declared.get("timeoutInMillis") ?? declared.get("timeoutMilliseconds"))?.number();
  return timeout === undefined || timeout < LEAST_TIMEOUT ? DEFAULT_TIMEOUT : timeout;
}

function reportUnsupported(declared: Declared): void {
  const connection = declared.get("connectionType");
  if (connection?.text()?.toUpperCase() !== "VPC_LINK") return;
  const message = "VPC links are not known here: the request goes to the integration's URI as it stands";
  connection.evaluation.report("definition-unsupported", connection, message);
}

function isOneOf<T extends string>(text: string, all: ReadonlySet<string>): text is T {
  return all.has(text);
}
