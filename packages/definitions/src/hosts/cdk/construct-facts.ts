import type { Node } from "web-tree-sitter";
import type { IntegrationFacts, TemplateFacts } from "../../facts/template-facts.js";
import { readSettings } from "../../formats/read-integration.js";
import { integrationFacts } from "../../inspect/template-facts-of.js";
import type { Declared } from "../../source/declared.js";

/** Integration types by the name of the CDK construct, without its proxy variant. */
const CONSTRUCT_TYPES: ReadonlyMap<string, string> = new Map([
  ["AwsIntegration", "AWS"],
  ["LambdaIntegration", "AWS"],
  ["SagemakerIntegration", "AWS"],
  ["StepFunctionsIntegration", "AWS"],
  ["HttpIntegration", "HTTP"],
  ["MockIntegration", "MOCK"],
]);
/** Lambda and HTTP integrations are proxies unless they say `proxy: false`. */
const PROXY_BY_DEFAULT: ReadonlySet<string> = new Set(["LambdaIntegration", "HttpIntegration"]);

/** Settings that integrations of REST APIs do not have: their API is `restApi`. */
const WEB_SOCKET_SETTINGS = ["apiId", "templateSelectionExpression"] as const;

/** What the construct around a template says of the integration; `around` are the nodes around it, inside out. */
export function constructFacts(
  around: Iterable<Node>,
  declare: (objects: readonly Node[]) => Declared,
): Pick<TemplateFacts, "apiType" | "integration" | "gatewayResponse"> {
  const objects: Node[] = [];
  let construct: string | undefined;
  for (const node of around) {
    if (node.type === "object" || node.type === "dictionary" || node.type === "argument_list") objects.push(node);
    const name = constructName(node);
    if (name === undefined) continue;
    // Option objects may be constructed themselves: IntegrationOptions(...) inside AwsIntegration(...).
    if (CONSTRUCT_TYPES.has(name) || /^(?:Cfn)?(?:Integration|Method)$|^WebSocket\w*Integration$/.test(name)) {
      construct = name;
      break;
    }
    // `Response` is Pulumi's.
    if (/^(?:Cfn)?(?:Gateway)?Response$|^add_?gateway_?response$/i.test(name))
      return { gatewayResponse: gatewayResponse(declare(objects)) };
    if (/Stack$|Construct$|Api$/.test(name)) break;
  }
  if (construct === undefined && objects.length === 0) return {};
  const declared = declare(objects);
  // Of HTTP APIs, which are declared in the same way, no integration has templates.
  const isWebSocket =
    construct?.startsWith("WebSocket") === true ||
    WEB_SOCKET_SETTINGS.some((setting) => declared.get(setting) !== undefined);
  return { integration: withConstruct(declared, construct), ...(isWebSocket && { apiType: "WEBSOCKET" }) };
}

function gatewayResponse(declared: Declared) {
  const statusCode = declared.get("statusCode")?.text();
  return {
    responseType: (declared.get("responseType") ?? declared.get("type"))?.text() ?? "",
    ...(statusCode !== undefined && { statusCode }),
  };
}

function constructName(node: Node): string | undefined {
  const field = CALLEES.get(node.type);
  const callee = field === undefined ? "" : (node.childForFieldName(field)?.text ?? "");
  const [, factory] = /(\w+Integration)\.\w+$/.exec(callee) ?? [];
  if (factory !== undefined) return factory;
  const [, name] = /(\w+)$/.exec(callee) ?? [];
  // Other functions of JavaScript construct nothing.
  return node.type === "call_expression" && name !== "addGatewayResponse" ? undefined : name;
}

/** The fields of what is called, by the kind of call. */
const CALLEES: ReadonlyMap<string, string> = new Map([
  ["new_expression", "constructor"],
  ["call_expression", "function"],
  ["call", "function"],
]);

/** What constructs of a service call, where their settings do not say so. */
const CONSTRUCT_SERVICES: ReadonlyMap<string, { readonly service: string; readonly action?: string }> = new Map([
  ["LambdaIntegration", { service: "lambda" }],
  ["StepFunctionsIntegration", { service: "states", action: "StartSyncExecution" }],
]);

function withConstruct(declared: Declared, construct: string | undefined): IntegrationFacts {
  const base =
    CONSTRUCT_TYPES.get(construct ?? "") ??
    (declared.get("type") ?? declared.get("integrationType"))?.text()?.toUpperCase();
  const option = declared.get("proxy")?.text();
  const asked = option === "true" || option === "false" ? option === "true" : undefined;
  const proxy = base?.endsWith("_PROXY") || (asked ?? PROXY_BY_DEFAULT.has(construct ?? ""));
  const type = base !== undefined && proxy && !base.endsWith("_PROXY") ? `${base}_PROXY` : base;
  const called = CONSTRUCT_SERVICES.get(construct ?? "");
  const service = called?.service ?? declared.get("service")?.text();
  const action = called?.action ?? declared.get("action")?.text();
  return {
    ...integrationFacts(readSettings(declared)),
    ...(type !== undefined && { type }),
    proxy,
    ...(service !== undefined && { service }),
    ...(action !== undefined && { action }),
  };
}
