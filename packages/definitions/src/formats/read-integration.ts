import type {
  ContentHandling,
  Integration,
  IntegrationResponse,
  IntegrationType,
  PassthroughBehavior,
  Route,
} from "../api-definition.js";
import type { Declared } from "../source/declared.js";
import type { DeclaredArm } from "../source/evaluation.js";
import { BARE_INTEGRATION } from "./bare-route.js";
import { readTemplates } from "./read-templates.js";

const TYPES: ReadonlySet<string> = new Set<IntegrationType>(["MOCK", "HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY"]);
const BEHAVIORS: ReadonlySet<string> = new Set<PassthroughBehavior>(["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"]);
const HANDLINGS: ReadonlySet<string> = new Set<ContentHandling>(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]);

const LEAST_TIMEOUT = 50;

/** What the format declares elsewhere than in the integration itself. */
export interface IntegrationParts {
  readonly httpMethod?: string | undefined;
  readonly responses?: readonly IntegrationResponse[];
}

/** Reads an integration that a method has under conditions. */
export function readArm({ value, conditions }: DeclaredArm, parts?: IntegrationParts): Partial<Route> {
  return { ...readIntegration(value, parts), ...(conditions.length > 0 && { conditions }) };
}

/** Reads an integration, whose keys OpenAPI, CloudFormation and Terraform spell each in their way. */
export function readIntegration(declared: Declared, parts: IntegrationParts = {}): Partial<Route> {
  const { evaluation } = declared;
  const type = (settingOf(declared, "type", "integrationType") ?? "").toUpperCase();
  if (isOneOf<IntegrationType>(type, TYPES)) {
    return { integration: { type, ...readSettings(declared, parts), ...readTransferMode(declared, type) } };
  }
  const said = type === "" ? "has no type" : `has the type ${type}, which REST APIs do not have`;
  const hint = "one of aws, aws_proxy, http, http_proxy and mock";
  evaluation.report("definition-not-valid", declared, `the integration ${said}; its method answers with 500`, hint);
  return evaluation.policy === "inspect" ? { unknownIntegration: readSettings(declared, parts) } : {};
}

/** What an integration says beside its type. */
export function readSettings(declared: Declared, parts: IntegrationParts = {}): Omit<Integration, "type"> {
  reportUnsupported(declared);
  const uri = settingOf(declared, "uri", "integrationUri");
  const httpMethod =
    parts.httpMethod ?? settingOf(declared, "integrationHttpMethod", "httpMethod", "integrationMethod");
  const role = declared.get("credentials");
  // No role is assumed here, so that it does not matter which one it is.
  const credentials = role?.node.kind === "expression" ? role.node.source : role?.text();
  return {
    place: declared.place,
    ...(uri !== undefined && { uri }),
    ...(httpMethod !== undefined && { httpMethod: httpMethod.toUpperCase() }),
    ...(credentials !== undefined && { credentials }),
    passthroughBehavior: passthroughBehavior(declared.get("passthroughBehavior")) ?? "WHEN_NO_MATCH",
    ...readContentHandling(declared),
    ...readMappings(declared, "requestParameters"),
    requestTemplates: readTemplates(declared, "requestTemplates"),
    timeoutInMillis: readTimeout(declared),
    responses: parts.responses ?? readResponses(declared),
  };
}

/** A setting by the first of its names that is there: those of WebSocket APIs are others. */
function settingOf(declared: Declared, ...names: readonly string[]): string | undefined {
  const name = names.find((each) => declared.get(each) !== undefined);
  return name === undefined ? undefined : declared.get(name)?.text();
}

/** An integration response in any spelling; `pattern` is OpenAPI's key of it. */
export function readIntegrationResponse(declared: Declared, pattern?: string): IntegrationResponse | undefined {
  const isInspected = declared.evaluation.policy === "inspect";
  const statusCode = declared.get("statusCode")?.text() ?? (isInspected ? "" : undefined);
  if (statusCode === undefined) {
    declared.evaluation.report(
      "definition-not-valid",
      declared,
      "the integration response has no statusCode; left out",
    );
    return undefined;
  }
  const declaredPattern = declared.get("selectionPattern");
  const selectionPattern = declaredPattern?.text() ?? (pattern === "default" ? undefined : pattern);
  return {
    place: declared.place,
    statusCode,
    ...(selectionPattern !== undefined && { selectionPattern }),
    ...(declaredPattern !== undefined && { patternPlace: declaredPattern.place }),
    ...readContentHandling(declared),
    ...readMappings(declared, "responseParameters"),
    responseTemplates: readTemplates(declared, "responseTemplates"),
  };
}

function readMappings<Key extends "requestParameters" | "responseParameters">(
  declared: Declared,
  key: Key,
): { readonly [Name in Key]: Readonly<Record<string, string>> } & Pick<Integration, "parameterPlaces"> {
  const mappings = declared.get(key);
  const texts = { [key]: mappings?.texts() ?? {} } as { readonly [Name in Key]: Readonly<Record<string, string>> };
  return mappings === undefined ? texts : { ...texts, parameterPlaces: mappings.places() };
}

/** OpenAPI has a map by pattern, CloudFormation a list. */
function readResponses(declared: Declared): IntegrationResponse[] {
  const key = declared.get("integrationResponses") === undefined ? "responses" : "integrationResponses";
  return declared.arms(key).flatMap(({ value }) => readResponsesOf(value));
}

function readResponsesOf(responses: Declared): IntegrationResponse[] {
  if (!responses.isMap) return responses.items().flatMap((response) => readIntegrationResponse(response) ?? []);
  return responses.entryArms().flatMap(({ key, value }) => readIntegrationResponse(value, key) ?? []);
}

/** One of those that the service knows. */
export function passthroughBehavior(declared: Declared | undefined): PassthroughBehavior | undefined {
  const text = declared?.text()?.toUpperCase() ?? "";
  return isOneOf<PassthroughBehavior>(text, BEHAVIORS) ? text : undefined;
}

/** `contentHandling` of an integration or of one of its responses. */
export function readContentHandling(declared: Declared): { contentHandling?: ContentHandling } {
  const text = settingOf(declared, "contentHandling", "contentHandlingStrategy")?.toUpperCase() ?? "";
  return isOneOf<ContentHandling>(text, HANDLINGS) ? { contentHandling: text } : {};
}

function readTransferMode(declared: Declared, type: IntegrationType): { streams?: true } {
  const mode = declared.get("responseTransferMode");
  if (mode?.text()?.toUpperCase() !== "STREAM") return {};
  if (type === "AWS_PROXY" || type === "HTTP_PROXY") return { streams: true };
  const message = `only aws_proxy and http_proxy stream; an integration of type ${type.toLowerCase()} is refused`;
  mode.evaluation.report("definition-not-valid", mode, message);
  return {};
}

function readTimeout(declared: Declared): number {
  const timeout = (declared.get("timeoutInMillis") ?? declared.get("timeoutMilliseconds"))?.number();
  return timeout === undefined || timeout < LEAST_TIMEOUT ? BARE_INTEGRATION.timeoutInMillis : timeout;
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
